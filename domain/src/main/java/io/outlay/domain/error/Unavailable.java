package io.outlay.domain.error;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something Outlay depends on is down or too slow; nothing is wrong with the request. */
public final class Unavailable extends Problem {

  /** Tells the caller what does not work now, without naming hosts or causes. */
  public Unavailable(String message) {
    this(message, null);
  }

  /** The same, with the cause for the log. */
  public Unavailable(String message, @Nullable Throwable cause) {
    super(ErrorCode.UNAVAILABLE, message, cause);
  }

  /** Always retryable. */
  @Override
  public Map<String, Object> details() {
    return Map.of("retryable", true);
  }
}
