/** Models that serve: found by organization and kind, loaded once, replaced without a pause. */
@NullMarked
package io.outlay.scoring.registry;

import org.jspecify.annotations.NullMarked;
