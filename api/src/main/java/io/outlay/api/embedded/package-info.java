/**
 * Starts what a newcomer has not installed: PostgreSQL, Redis and Kafka, before the server that
 * needs them.
 */
@NullMarked
package io.outlay.api.embedded;

import org.jspecify.annotations.NullMarked;
