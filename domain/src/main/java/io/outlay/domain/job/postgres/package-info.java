/** Jobs and their leases in PostgreSQL. */
@NullMarked
package io.outlay.domain.job.postgres;

import org.jspecify.annotations.NullMarked;
