package io.outlay.ingestion.platform.meta;

import io.outlay.ingestion.platform.call.Answers;
import io.outlay.ingestion.platform.call.PlatformAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Meta's headers that tell how much of what is allowed has been used. */
final class MetaUsage {

  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final int NEARLY_ALL = 95;
  private static final List<String> PERCENTS =
      List.of("call_count", "total_time", "total_cputime", "acc_id_util_pct", "app_id_util_pct");
  private static final String BUSINESS = "X-Business-Use-Case-Usage";
  private static final List<String> OTHERS =
      List.of("X-App-Usage", "X-Ad-Account-Usage", "X-FB-Ads-Insights-Throttle");

  private MetaUsage() {}

  /** How long not to ask after a good answer; zero while there is room. */
  static Duration pause(PlatformAnswer answer) {
    return isNearlyUsedUp(answer) || named(answer).isPositive() ? regain(answer) : Duration.ZERO;
  }

  /** How long to wait after a refusal: what Meta says, at least a minute. */
  static Duration regain(PlatformAnswer answer) {
    Duration named = named(answer);
    return named.compareTo(SHORTEST) < 0 ? SHORTEST : named;
  }

  private static Duration named(PlatformAnswer answer) {
    long minutes = 0;
    for (JsonNode uses : header(answer.header(BUSINESS))) {
      for (JsonNode use : uses) {
        minutes = Math.max(minutes, use.path("estimated_time_to_regain_access").asLong(0));
      }
    }
    JsonNode account = header(answer.header("X-Ad-Account-Usage"));
    boolean isFull = account.path("acc_id_util_pct").asDouble(0) > NEARLY_ALL;
    long seconds = isFull ? account.path("reset_time_duration").asLong(0) : 0;
    return Duration.ofSeconds(Math.clamp(Math.max(minutes * 60, seconds), 0, 86_400));
  }

  private static boolean isNearlyUsedUp(PlatformAnswer answer) {
    for (String other : OTHERS) {
      if (isNearlyUsedUp(header(answer.header(other)))) {
        return true;
      }
    }
    for (JsonNode uses : header(answer.header(BUSINESS))) {
      for (JsonNode use : uses) {
        if (isNearlyUsedUp(use)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isNearlyUsedUp(JsonNode use) {
    return PERCENTS.stream().anyMatch(percent -> use.path(percent).asDouble(0) > NEARLY_ALL);
  }

  private static JsonNode header(@Nullable String value) {
    return Answers.jsonOrMissing((value == null ? "" : value).getBytes(StandardCharsets.UTF_8));
  }
}
