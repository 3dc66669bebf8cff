/** Scores of all users as of one moment, shared over all processes. */
@NullMarked
package io.outlay.scoring.batch;

import org.jspecify.annotations.NullMarked;
