/** Connected ad accounts, their credentials and what was fetched of them, in PostgreSQL. */
@NullMarked
package io.outlay.domain.platform.postgres;

import org.jspecify.annotations.NullMarked;
