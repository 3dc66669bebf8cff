/** Channels in PostgreSQL. */
@NullMarked
package io.outlay.domain.channel.postgres;

import org.jspecify.annotations.NullMarked;
