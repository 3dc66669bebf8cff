/** How good predictions are, each figure by its published definition. */
@NullMarked
package io.outlay.scoring.metric;

import org.jspecify.annotations.NullMarked;
