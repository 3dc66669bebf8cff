package io.outlay.ingestion.simulator.world;

import java.util.List;

/** Which accounts there are, what they are billed in and where their days begin. */
record AccountPlace(
    AdPlatform platform, Publisher publisher, int number, BillingCurrency currency, String zone) {

  static final List<AccountPlace> ALL =
      List.of(
          meta(Publisher.DEMO_GAMES, 1, BillingCurrency.USD, "America/Los_Angeles"),
          meta(Publisher.DEMO_GAMES, 2, BillingCurrency.KRW, "Asia/Seoul"),
          meta(Publisher.RIVAL_GAMES, 1, BillingCurrency.EUR, "Europe/Berlin"),
          meta(Publisher.RIVAL_GAMES, 2, BillingCurrency.JPY, "Asia/Tokyo"),
          google(Publisher.DEMO_GAMES, 1, BillingCurrency.KRW, "Asia/Seoul"),
          google(Publisher.DEMO_GAMES, 2, BillingCurrency.USD, "America/New_York"),
          google(Publisher.RIVAL_GAMES, 1, BillingCurrency.EUR, "Europe/Berlin"),
          google(Publisher.RIVAL_GAMES, 2, BillingCurrency.USD, "America/Sao_Paulo"),
          apple(Publisher.DEMO_GAMES, 1, BillingCurrency.USD, "America/Los_Angeles"),
          apple(Publisher.DEMO_GAMES, 2, BillingCurrency.JPY, "Asia/Tokyo"),
          apple(Publisher.RIVAL_GAMES, 1, BillingCurrency.EUR, "Europe/Berlin"),
          apple(Publisher.RIVAL_GAMES, 2, BillingCurrency.USD, "America/New_York"));

  long id() {
    long own = publisher.number() * 10L + number;
    return switch (platform) {
      case META -> 212_551_616_830_000L + own;
      case GOOGLE_ADS -> 4_100_200_300L + own;
      case APPLE_ADS -> 40_669_800L + own;
    };
  }

  private static AccountPlace meta(Publisher of, int number, BillingCurrency in, String zone) {
    return new AccountPlace(AdPlatform.META, of, number, in, zone);
  }

  private static AccountPlace google(Publisher of, int number, BillingCurrency in, String zone) {
    return new AccountPlace(AdPlatform.GOOGLE_ADS, of, number, in, zone);
  }

  private static AccountPlace apple(Publisher of, int number, BillingCurrency in, String zone) {
    return new AccountPlace(AdPlatform.APPLE_ADS, of, number, in, zone);
  }
}
