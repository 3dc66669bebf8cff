package io.outlay.ingestion.userevent;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Requests, checkpoints and results as they are kept with their job. */
final class ImportJson {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private ImportJson() {}

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
