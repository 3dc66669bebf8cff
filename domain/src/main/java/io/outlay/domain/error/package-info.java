/** What can go wrong in a way a caller must know about: a closed set, each with its code. */
@NullMarked
package io.outlay.domain.error;

import org.jspecify.annotations.NullMarked;
