/** Objects by their opaque ids. */
@NullMarked
package io.outlay.api.node;

import org.jspecify.annotations.NullMarked;
