/** Puts the way of a number together: uploads, imports, the slice log and its sink. */
@NullMarked
package io.outlay.api.ingestion;

import org.jspecify.annotations.NullMarked;
