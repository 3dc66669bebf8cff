package io.outlay.ingestion.platform.googleads;

import io.outlay.ingestion.platform.reading.Fields;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The reason Google gives for an error; the message around it is the same for all.
 *
 * @param family for example {@code quotaError}; empty where Google gives no details
 * @param code for example {@code RESOURCE_EXHAUSTED}
 * @param retryDelay how long to wait; null where it is not said
 */
record GoogleError(
    String status, String family, String code, String message, @Nullable Duration retryDelay) {

  private static final int LONGEST = 300;

  /** The error in an answer, which a stream wraps in a list; null where there is none. */
  static @Nullable GoogleError of(JsonNode body) {
    for (JsonNode element : Fields.list(body)) {
      JsonNode error = element.path("error");
      if (error.isObject()) {
        return read(error);
      }
    }
    return null;
  }

  private static GoogleError read(JsonNode error) {
    String status = error.path("status").asString("");
    for (JsonNode detail : Fields.list(error.path("details"))) {
      for (JsonNode reason : Fields.list(detail.path("errors"))) {
        for (var code : reason.path("errorCode").properties()) {
          return new GoogleError(
              status,
              code.getKey(),
              code.getValue().asString(""),
              cut(reason.path("message").asString(error.path("message").asString(""))),
              delay(reason.path("details").path("quotaErrorDetails").path("retryDelay")));
        }
      }
    }
    return new GoogleError(status, "", status, cut(error.path("message").asString("")), null);
  }

  /** A protobuf duration such as {@code 0.5s}; null for anything else. */
  private static @Nullable Duration delay(JsonNode text) {
    String delay = text.asString("");
    if (!delay.matches("\\d{1,6}(\\.\\d{1,9})?s")) {
      return null;
    }
    BigDecimal seconds = new BigDecimal(delay.substring(0, delay.length() - 1));
    return Duration.ofMillis(seconds.movePointRight(3).longValue());
  }

  private static String cut(String message) {
    return message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message;
  }
}
