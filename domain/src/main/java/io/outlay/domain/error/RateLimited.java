package io.outlay.domain.error;

import java.util.Map;

/** The caller has used up its points for now. */
public final class RateLimited extends Problem {

  private final long retryAfterSeconds;

  /**
   * @param retryAfterSeconds whole seconds until the same request can succeed, at least 1
   */
  public RateLimited(long retryAfterSeconds) {
    super(
        ErrorCode.RATE_LIMITED,
        "Too many points were asked for in a short time. Retry in " + retryAfterSeconds + " s.",
        null);
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** Whole seconds until the same request can succeed, at least 1. */
  public long retryAfterSeconds() {
    return retryAfterSeconds;
  }

  @Override
  public Map<String, Object> details() {
    return Map.of("retryAfterSeconds", retryAfterSeconds);
  }
}
