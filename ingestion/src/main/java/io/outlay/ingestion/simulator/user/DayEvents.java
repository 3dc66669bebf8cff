package io.outlay.ingestion.simulator.user;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.random.RandomGenerator;

/** What a company's programs record of one user's day. */
final class DayEvents {

  private static final int SIGN_UP_SECOND = 60;
  private static final double SENT_TWICE = 0.03;
  private static final double LATE = 0.02;

  private final SimulatedUser user;
  private final LocalDate day;
  private final Told told;
  private final RandomGenerator random;
  private final String id;
  private int number;
  private Instant recorded = Instant.EPOCH;

  DayEvents(SimulatedUser user, LocalDate day, Told told) {
    this.user = user;
    this.day = day;
    this.told = told;
    this.random = user.details(day);
    this.id = knownAs();
  }

  /** Takes what is recorded, with the moment it is. */
  @FunctionalInterface
  interface Told {

    /** One event's line. */
    void line(Instant recordedAt, String line);
  }

  /**
   * Tells everything of the day.
   *
   * @param level reached before
   */
  void tell(PlayDay play, int level) {
    int second = random.nextInt(7 * 3600, 14 * 3600);
    if (day.equals(user.signUp())) {
      signUp(second - SIGN_UP_SECOND);
    }
    if (user.beganAsGuest() && day.equals(user.signUp().plusDays(2))) {
      send(event("IDS_LINKED", second).with("otherUserId", guest()));
    }
    if (play.came()) {
      sessions(play, second, level);
    }
    for (int i = 0; i < play.reports(); i++) {
      String other = "u-" + user.signUp().toEpochDay() + "-" + random.nextInt(20);
      send(event("REPORTED", random.nextInt(86_000)).with("otherUserId", other));
    }
    labels();
  }

  private void signUp(int second) {
    String channel = user.source().channel();
    if (channel != null) {
      send(
          event("TOUCHPOINT", second - 50)
              .with("touch", "CLICK")
              .with("channel", channel)
              .with("campaign", channel + "-" + user.number() % 5)
              .with("clickId", "c-" + user.id()));
    }
    send(
        event("SIGNED_UP", second)
            .with("channel", channel)
            .with("country", Market.countryName(user.country()))
            .with("platform", Market.platformName(user.platform())));
    send(event("DEVICE_SEEN", second + 1).with("device", user.device()));
    send(event("ADDRESS_SEEN", second + 2).with("address", user.address()));
  }

  private void sessions(PlayDay play, int first, int level) {
    int second = first;
    for (int length : play.seconds()) {
      send(event("SESSION_STARTED", second));
      second += length;
      send(event("SESSION_ENDED", second).with("seconds", length));
      second += random.nextInt(60, 1_800);
    }
    for (int i = 0; i < play.levels(); i++) {
      send(event("LEVEL_REACHED", first + 20 + i).with("level", level + i + 1));
    }
    for (int i = 0; i < play.bonuses(); i++) {
      send(event("CUSTOM", first + 10 + i).with("customType", "bonus_claimed"));
    }
    money(play, first + 30);
  }

  private void money(PlayDay play, int second) {
    for (int i = 0; i < play.failedPayments(); i++) {
      send(
          event("PAYMENT_FAILED", second + i)
              .with("amount", PlayDay.PRICES[0])
              .with("currencyCode", "USD"));
    }
    if (!play.bought()) {
      return;
    }
    String order = "o-" + user.id() + "-" + day.toEpochDay();
    String price = PlayDay.PRICES[play.purchaseTier()];
    send(purchase(second + 5, order, price));
    if (random.nextDouble() < SENT_TWICE) {
      send(purchase(second + 6, order, price)); // by the client and by the server
    }
    if (play.isRefunded()) {
      int later = random.nextInt(1, 8) * 86_400;
      send(
          event("REFUND", second + later)
              .with("orderId", order)
              .with("amount", price)
              .with("currencyCode", "USD"));
    }
  }

  private EventLine purchase(int second, String order, String price) {
    return event("PURCHASE", second)
        .with("orderId", order)
        .with("amount", price)
        .with("currencyCode", "USD");
  }

  /** Somebody looks at a user some weeks after signing up, oftener at those who give reason to. */
  private void labels() {
    RandomGenerator review = user.details(user.signUp().minusDays(1));
    boolean isAbuser = user.persona() == Persona.ABUSER;
    boolean looked = review.nextDouble() < (isAbuser ? 0.75 : 0.25);
    int delay = 5 + (int) (-12 * Math.log(1 - review.nextDouble()));
    if (looked && day.equals(user.signUp().plusDays(Math.min(delay, 50)))) {
      boolean wrong = review.nextDouble() < 0.01;
      String type = isAbuser == wrong ? "FRAUD_CLEARED" : "FRAUD_CONFIRMED";
      send(event(type, 80_000).with("saidBy", "review desk"));
    }
  }

  private String knownAs() {
    return user.beganAsGuest() && day.isBefore(user.signUp().plusDays(2)) ? guest() : user.id();
  }

  private String guest() {
    return "guest-" + user.id();
  }

  private EventLine event(String type, int second) {
    Instant at = day.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(second);
    Duration delay =
        random.nextDouble() < LATE
            ? Duration.ofMinutes(random.nextInt(60, 900))
            : Duration.ofSeconds(random.nextInt(1, 90));
    recorded = at.plus(delay);
    String eventId = user.id() + "-" + day.toEpochDay() + "-" + number++;
    return EventLine.of(eventId, id, type, at, recorded);
  }

  private void send(EventLine event) {
    told.line(recorded, event.line());
  }
}
