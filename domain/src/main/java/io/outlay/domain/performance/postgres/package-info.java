/**
 * Reports as SQL: one statement over the smallest table that can answer, composed from the metric
 * dictionary.
 */
@NullMarked
package io.outlay.domain.performance.postgres;

import org.jspecify.annotations.NullMarked;
