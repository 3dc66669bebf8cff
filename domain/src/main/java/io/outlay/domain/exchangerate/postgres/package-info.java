/** Exchange rates in PostgreSQL. */
@NullMarked
package io.outlay.domain.exchangerate.postgres;

import org.jspecify.annotations.NullMarked;
