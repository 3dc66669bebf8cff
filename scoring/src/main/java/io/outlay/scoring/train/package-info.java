/** Training, calibrating, describing and keeping a model of any table. */
@NullMarked
package io.outlay.scoring.train;

import org.jspecify.annotations.NullMarked;
