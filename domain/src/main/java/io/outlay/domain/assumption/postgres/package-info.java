/** Assumptions in PostgreSQL. */
@NullMarked
package io.outlay.domain.assumption.postgres;

import org.jspecify.annotations.NullMarked;
