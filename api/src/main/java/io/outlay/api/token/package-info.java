/** API tokens. */
@NullMarked
package io.outlay.api.token;

import org.jspecify.annotations.NullMarked;
