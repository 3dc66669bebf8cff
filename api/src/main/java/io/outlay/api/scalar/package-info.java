/** The schema's scalars, wired. */
@NullMarked
package io.outlay.api.scalar;

import org.jspecify.annotations.NullMarked;
