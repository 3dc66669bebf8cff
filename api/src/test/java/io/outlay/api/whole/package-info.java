/** The whole server over real HTTP, with real services behind it. */
@NullMarked
package io.outlay.api.whole;

import org.jspecify.annotations.NullMarked;
