/** An operator's first steps: commands of the jar that need no running server. */
@NullMarked
package io.outlay.api.commandline;

import org.jspecify.annotations.NullMarked;
