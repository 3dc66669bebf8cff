/** The number by which an organization's data is known to have changed. */
@NullMarked
package io.outlay.domain.version;

import org.jspecify.annotations.NullMarked;
