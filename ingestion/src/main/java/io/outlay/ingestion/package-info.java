/** Sources in: file imports and connectors, normalisation, the slice log and its sink. */
@NullMarked
package io.outlay.ingestion;

import org.jspecify.annotations.NullMarked;
