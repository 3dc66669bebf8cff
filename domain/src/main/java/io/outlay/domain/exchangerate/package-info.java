/** Exchange rates by table and day. */
@NullMarked
package io.outlay.domain.exchangerate;

import org.jspecify.annotations.NullMarked;
