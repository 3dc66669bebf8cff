/**
 * Serving a gradient-boosted model: margins, probabilities and contributions of a batch in one
 * native call.
 */
@NullMarked
package io.outlay.scoring.engine;

import org.jspecify.annotations.NullMarked;
