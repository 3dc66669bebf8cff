package io.outlay.ingestion.platform.call;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How one platform says that something is wrong, and when it wants to be left alone. */
public interface AnswerRules {

  /**
   * Returns when the answer is good.
   *
   * @throws CallFailed when the platform refuses, by status, code or text
   */
  void check(PlatformAnswer answer);

  /** How long the account should not be asked again, good as the answer is; zero for no wish. */
  default Duration pauseAfter(PlatformAnswer answer) {
    return Duration.ZERO;
  }

  /** The platform's own id of the answer; null when it gives none. */
  default @Nullable String requestId(PlatformAnswer answer) {
    return null;
  }
}
