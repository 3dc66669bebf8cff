package io.outlay.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Made-up events of users in JSON, the same for the same seed: mostly sessions, some purchases with
 * orders, some devices.
 *
 * @param name begins the events' ids
 */
record UserEventLines(String name, int events, int users) {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final int DAYS = 300;

  /** The lines, each ended. */
  Stream<String> lines() {
    Random random = new Random(7);
    return IntStream.range(0, events).mapToObj(number -> line(number, random));
  }

  /** The user of a line is its key in the log. */
  static String key(String line) {
    int from = line.indexOf("\"userId\":\"") + 10;
    return line.substring(from, line.indexOf('"', from));
  }

  static byte[] bytes(String line) {
    return line.getBytes(StandardCharsets.UTF_8);
  }

  private String line(int number, Random random) {
    int user = random.nextInt(users);
    Instant at = START.plusSeconds((long) (86_400L * DAYS * (double) number / events));
    return String.format(
        Locale.ROOT,
        "{\"eventId\":\"%s-%d\",\"userId\":\"user-%d\",\"occurredAt\":\"%s\",\"recordedAt\":\"%s\",%s}%n",
        name,
        number,
        user,
        at,
        at.plusSeconds(2),
        what(number, user, random));
  }

  private String what(int number, int user, Random random) {
    return switch (random.nextInt(10)) {
      case 0 ->
          "\"type\":\"PURCHASE\",\"amount\":\"%d.99\",\"currencyCode\":\"USD\",\"orderId\":\"%s-%d\""
              .formatted(random.nextInt(50), name, number);
      case 1 -> "\"type\":\"LEVEL_REACHED\",\"level\":" + (1 + random.nextInt(80));
      case 2 ->
          "\"type\":\"TOUCHPOINT\",\"touch\":\"CLICK\",\"channel\":\"META\",\"campaign\":\"c-%d\""
              .formatted(random.nextInt(30));
      case 3 -> "\"type\":\"SESSION_STARTED\",\"device\":\"device-%d\"".formatted(user);
      case 4, 5 -> "\"type\":\"SESSION_ENDED\",\"seconds\":" + random.nextInt(3_000);
      default -> "\"type\":\"SESSION_STARTED\",\"platform\":\"IOS\"";
    };
  }
}
