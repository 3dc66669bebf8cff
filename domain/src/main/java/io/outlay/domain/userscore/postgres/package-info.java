/** Scores of users in PostgreSQL. */
@NullMarked
package io.outlay.domain.userscore.postgres;

import org.jspecify.annotations.NullMarked;
