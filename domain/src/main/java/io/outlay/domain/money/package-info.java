/** Amounts and currencies. */
@NullMarked
package io.outlay.domain.money;

import org.jspecify.annotations.NullMarked;
