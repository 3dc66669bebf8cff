package io.outlay.domain.risk.postgres;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Figures as JSON; what is no number is written as the text {@code NaN}. */
final class ReportJson {

  private static final JsonMapper MAPPER = JsonMapper.shared();

  private ReportJson() {}

  static String write(Object figures) {
    return MAPPER.writeValueAsString(figures);
  }

  static <T> T read(String json, Class<T> type) {
    return MAPPER.readValue(json, type);
  }

  static <T> @Nullable T readOrNull(@Nullable String json, Class<T> type) {
    return json == null ? null : read(json, type);
  }
}
