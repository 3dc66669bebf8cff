/** Ad accounts: who bills what, in which currency and whose days. */
@NullMarked
package io.outlay.domain.account;

import org.jspecify.annotations.NullMarked;
