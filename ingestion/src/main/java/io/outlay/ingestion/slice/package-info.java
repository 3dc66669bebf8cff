/** Slices on their way from a source to the log: how they are written down and handed over. */
@NullMarked
package io.outlay.ingestion.slice;

import org.jspecify.annotations.NullMarked;
