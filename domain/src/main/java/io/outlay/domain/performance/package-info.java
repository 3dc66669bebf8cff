/** Slices of advertising facts: what one source says about one account and one period. */
@NullMarked
package io.outlay.domain.performance;

import org.jspecify.annotations.NullMarked;
