/** Problems in mutations that a person can mend, told in the payload. */
@NullMarked
package io.outlay.api.usererror;

import org.jspecify.annotations.NullMarked;
