/** Users in PostgreSQL: found by any of their ids, and erased. */
@NullMarked
package io.outlay.domain.user.postgres;

import org.jspecify.annotations.NullMarked;
