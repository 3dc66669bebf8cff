/** What sources said, kept word for word, so that it can be read again. */
@NullMarked
package io.outlay.domain.rawinput;

import org.jspecify.annotations.NullMarked;
