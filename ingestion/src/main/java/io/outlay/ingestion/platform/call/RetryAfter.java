package io.outlay.ingestion.platform.call;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** The header {@code Retry-After}, in seconds. */
public final class RetryAfter {

  private static final long MOST = 86_400;

  private RetryAfter() {}

  /** What the header says, at most a day; {@code otherwise} where it says nothing readable. */
  public static Duration of(PlatformAnswer answer, Duration otherwise) {
    Duration wish = seconds(answer.header(HttpHeaders.RETRY_AFTER));
    return wish == null ? otherwise : wish;
  }

  /** A number of seconds; null for anything else. */
  public static @Nullable Duration seconds(@Nullable String text) {
    return text != null && text.strip().matches("\\d{1,9}")
        ? Duration.ofSeconds(Math.min(MOST, Long.parseLong(text.strip())))
        : null;
  }
}
