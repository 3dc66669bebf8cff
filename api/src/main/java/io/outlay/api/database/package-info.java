/** The connection to PostgreSQL, made ready when the server starts. */
@NullMarked
package io.outlay.api.database;

import org.jspecify.annotations.NullMarked;
