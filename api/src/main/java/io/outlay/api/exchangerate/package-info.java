/** Exchange rates. */
@NullMarked
package io.outlay.api.exchangerate;

import org.jspecify.annotations.NullMarked;
