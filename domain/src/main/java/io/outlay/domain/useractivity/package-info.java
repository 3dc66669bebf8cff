/**
 * A user's events summed up, small enough to be read for a thousand users at once: what features
 * are computed from when somebody asks for a score.
 */
@NullMarked
package io.outlay.domain.useractivity;

import org.jspecify.annotations.NullMarked;
