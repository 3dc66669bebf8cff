package io.outlay.ingestion.reconciliation;

import io.outlay.ingestion.simulator.world.AdPlatform;
import io.outlay.ingestion.simulator.world.Publisher;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Any account of the demo's two publishers; of Apple's, the second ones speak the older dialect.
 */
record DemoAccount(Publisher publisher, AdPlatform platform, int number) implements PlayedAccount {

  /** All twelve. */
  static List<DemoAccount> all() {
    return Stream.of(Publisher.DEMO_GAMES, Publisher.RIVAL_GAMES)
        .flatMap(
            publisher ->
                Stream.of(AdPlatform.values())
                    .flatMap(
                        platform ->
                            Stream.of(1, 2)
                                .map(number -> new DemoAccount(publisher, platform, number))))
        .toList();
  }

  @Override
  public String apiVersion() {
    return switch (platform) {
      case META -> "v26.0";
      case GOOGLE_ADS -> "v26";
      case APPLE_ADS -> number == 1 ? "platform-v1" : "v5";
    };
  }

  /** Short enough for the head of a column. */
  @Override
  public String toString() {
    String company = publisher.equals(Publisher.DEMO_GAMES) ? "demo" : "rival";
    return company + " " + platform.name().toLowerCase(Locale.ROOT).split("_", 2)[0] + number;
  }
}
