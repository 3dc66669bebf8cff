/** Ad accounts. */
@NullMarked
package io.outlay.api.account;

import org.jspecify.annotations.NullMarked;
