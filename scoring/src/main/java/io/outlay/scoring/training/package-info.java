/** Training of an organization's models as jobs: asked for, or when it is time again. */
@NullMarked
package io.outlay.scoring.training;

import org.jspecify.annotations.NullMarked;
