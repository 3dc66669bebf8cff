/** Arguments as callers write them, checked on their way into the domain. */
@NullMarked
package io.outlay.api.input;

import org.jspecify.annotations.NullMarked;
