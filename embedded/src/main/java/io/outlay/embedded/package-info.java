/** PostgreSQL, Redis and Kafka as child processes, for a start without any installation. */
@NullMarked
package io.outlay.embedded;

import org.jspecify.annotations.NullMarked;
