package io.outlay.api.operation;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** Something is away that Outlay can do without for a while. */
final class Degraded {

  private static final Status STATUS = new Status("DEGRADED");

  private Degraded() {}

  /**
   * The health of a part that is away.
   *
   * @param meaning what does not work meanwhile
   */
  static Health because(Throwable cause, String meaning) {
    return Health.status(STATUS)
        .withDetail("meaning", meaning)
        .withDetail("error", cause.getClass().getSimpleName())
        .build();
  }

  /**
   * The health of a part that does not do all it should.
   *
   * @param meaning what does not work meanwhile
   */
  static Health because(String meaning) {
    return Health.status(STATUS).withDetail("meaning", meaning).build();
  }
}
