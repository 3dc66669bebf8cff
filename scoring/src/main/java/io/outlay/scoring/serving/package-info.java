/** Scores of users on demand: read once, scored in one call, shared, explained in words. */
@NullMarked
package io.outlay.scoring.serving;

import org.jspecify.annotations.NullMarked;
