/** Who changed what. */
@NullMarked
package io.outlay.api.audit;

import org.jspecify.annotations.NullMarked;
