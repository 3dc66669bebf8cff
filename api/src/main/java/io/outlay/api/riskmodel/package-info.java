/** Risk models: looked at, trained, taken in, promoted and rolled back. */
@NullMarked
package io.outlay.api.riskmodel;

import org.jspecify.annotations.NullMarked;
