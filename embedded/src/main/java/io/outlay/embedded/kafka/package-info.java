/** The program of Kafka's child process. */
@NullMarked
package io.outlay.embedded.kafka;

import org.jspecify.annotations.NullMarked;
