/** Events of users in PostgreSQL: stored once, with what is summed up of them. */
@NullMarked
package io.outlay.domain.userevent.postgres;

import org.jspecify.annotations.NullMarked;
