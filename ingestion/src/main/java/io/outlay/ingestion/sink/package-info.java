/** Reads slices from the log and applies them to the database, whatever happens on the way. */
@NullMarked
package io.outlay.ingestion.sink;

import org.jspecify.annotations.NullMarked;
