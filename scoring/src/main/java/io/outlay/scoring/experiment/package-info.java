/** Models beside the champion: compared by a test declared before, promoted, and taken back. */
@NullMarked
package io.outlay.scoring.experiment;

import org.jspecify.annotations.NullMarked;
