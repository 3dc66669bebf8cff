/** Models, definitions and predictions as rows. */
@NullMarked
package io.outlay.domain.risk.postgres;

import org.jspecify.annotations.NullMarked;
