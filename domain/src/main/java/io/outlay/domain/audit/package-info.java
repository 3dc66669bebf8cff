/** Who changed what, when, before and after. */
@NullMarked
package io.outlay.domain.audit;

import org.jspecify.annotations.NullMarked;
