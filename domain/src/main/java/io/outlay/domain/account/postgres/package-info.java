/** Ad accounts in PostgreSQL. */
@NullMarked
package io.outlay.domain.account.postgres;

import org.jspecify.annotations.NullMarked;
