/** What is kept of users for scoring, in PostgreSQL. */
@NullMarked
package io.outlay.domain.useractivity.postgres;

import org.jspecify.annotations.NullMarked;
