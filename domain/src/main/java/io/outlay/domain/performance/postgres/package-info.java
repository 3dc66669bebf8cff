/** The SQL of slices and facts. */
@NullMarked
package io.outlay.domain.performance.postgres;

import org.jspecify.annotations.NullMarked;
