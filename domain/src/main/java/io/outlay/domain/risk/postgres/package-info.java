/** Models and what they said in PostgreSQL. */
@NullMarked
package io.outlay.domain.risk.postgres;

import org.jspecify.annotations.NullMarked;
