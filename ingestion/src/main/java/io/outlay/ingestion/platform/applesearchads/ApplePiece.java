package io.outlay.ingestion.platform.applesearchads;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Figures within a row.
 *
 * @param date its day; missing within a sum
 * @param segment country or device; null for what Apple pools, and without breakdown
 */
record ApplePiece(@Nullable String date, @Nullable String segment, JsonNode metrics) {}
