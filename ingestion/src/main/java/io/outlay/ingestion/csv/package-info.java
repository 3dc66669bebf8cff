/**
 * Delimited text as people really export it: recognised encodings, delimiters, numbers and dates.
 */
@NullMarked
package io.outlay.ingestion.csv;

import org.jspecify.annotations.NullMarked;
