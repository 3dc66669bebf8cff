/** Rules and decisions in PostgreSQL. */
@NullMarked
package io.outlay.domain.action.postgres;

import org.jspecify.annotations.NullMarked;
