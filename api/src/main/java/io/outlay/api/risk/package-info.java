/** What models say of users. */
@NullMarked
package io.outlay.api.risk;

import org.jspecify.annotations.NullMarked;
