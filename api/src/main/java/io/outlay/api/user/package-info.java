/** A company's own users. */
@NullMarked
package io.outlay.api.user;

import org.jspecify.annotations.NullMarked;
