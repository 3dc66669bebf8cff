/** Whether models still say what is true: drift, performance foretold and realised, comparisons. */
@NullMarked
package io.outlay.scoring.watch;

import org.jspecify.annotations.NullMarked;
