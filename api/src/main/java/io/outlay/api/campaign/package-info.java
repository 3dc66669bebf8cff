/** Campaigns with what is below them, their labels and their own performance. */
@NullMarked
package io.outlay.api.campaign;

import org.jspecify.annotations.NullMarked;
