/** Risk scores: features, models, serving, explanation and watch. */
@NullMarked
package io.outlay.scoring;

import org.jspecify.annotations.NullMarked;
