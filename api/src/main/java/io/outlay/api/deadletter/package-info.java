/** Deliveries that could not be applied. */
@NullMarked
package io.outlay.api.deadletter;

import org.jspecify.annotations.NullMarked;
