package io.outlay.ingestion.spendimport;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Requests, checkpoints and results as they are kept with their job. */
final class SpendImportJson {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private SpendImportJson() {}

  static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  static <T> T read(String json, Class<T> type) {
    return MAPPER.readValue(json, type);
  }

  static <T> @Nullable T readOrNull(@Nullable String json, Class<T> type) {
    return json == null ? null : MAPPER.readValue(json, type);
  }
}
