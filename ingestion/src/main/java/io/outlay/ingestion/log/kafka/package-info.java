/** The log kept in Kafka; the only package that knows reactor-kafka. */
@NullMarked
package io.outlay.ingestion.log.kafka;

import org.jspecify.annotations.NullMarked;
