package io.outlay.api.whole;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Users who come now and then; half of them stop at some day, and come rarer in the month before.
 */
final class LeavingUsers {

  private static final int USERS = 400;
  private static final int DAYS = 260;

  private LeavingUsers() {}

  /** Their sessions as a CSV for {@code eventsImport}, recorded when they happened. */
  static String events() {
    SplittableRandom random = new SplittableRandom(9);
    Instant begin = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(DAYS));
    StringBuilder csv = new StringBuilder("eventId,userId,type,occurredAt,recordedAt\n");
    for (int user = 0; user < USERS; user++) {
      int end = random.nextBoolean() ? random.nextInt(60, DAYS) : DAYS + 100;
      for (int day = 0; day < Math.min(end, DAYS); day++) {
        double chance = end - day < 30 ? 0.1 : 0.35;
        if (random.nextDouble() < chance) {
          Instant at = begin.plus(Duration.ofDays(day)).plusSeconds(random.nextInt(86_000));
          csv.append(
              String.format(
                  Locale.ROOT, "s%d-%d,u%d,SESSION_STARTED,%s,%s%n", user, day, user, at, at));
        }
      }
    }
    return csv.toString();
  }
}
