/**
 * Spend files that people export from ad platforms: recognised, checked whole, then published as
 * slices.
 */
@NullMarked
package io.outlay.ingestion.spendimport;

import org.jspecify.annotations.NullMarked;
