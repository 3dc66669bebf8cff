/** Connections to PostgreSQL that always know whose rows they may see. */
@NullMarked
package io.outlay.domain.database;

import org.jspecify.annotations.NullMarked;
