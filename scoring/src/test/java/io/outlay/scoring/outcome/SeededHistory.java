package io.outlay.scoring.outcome;

import io.outlay.domain.userevent.EventType;
import io.outlay.domain.userevent.Touch;
import io.outlay.domain.userevent.UserEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A company's users over some months: guests who become accounts, sessions that stop one day,
 * orders reported by app and server, shared devices, late events, labels. In the order of
 * recording.
 */
final class SeededHistory {

  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  static final int DAYS = 240;

  private final Random random;
  private final List<UserEvent> events = new ArrayList<>();
  private int number;

  private SeededHistory(long seed) {
    this.random = new Random(seed);
  }

  static List<UserEvent> of(long seed, int users) {
    SeededHistory history = new SeededHistory(seed);
    for (int user = 0; user < users; user++) {
      history.user(user, users);
    }
    history.events.sort(
        Comparator.comparing(UserEvent::recordedAt).thenComparing(UserEvent::eventId));
    return List.copyOf(history.events);
  }

  private void user(int user, int users) {
    double signedUp = random.nextDouble() * DAYS * 0.6;
    double stops = signedUp + random.nextDouble() * (DAYS - signedUp) * 1.3;
    double everyDays = 1.5 + random.nextDouble() * 6;
    boolean buys = random.nextInt(2) == 0;
    String device = device(random.nextInt(Math.max(3, users * 2 / 3)));
    String guest = "guest-" + user;
    String account = "account-" + user;
    add(new Given(guest, EventType.INSTALL, signedUp - 0.4).from("META", "IOS"));
    add(new Given(guest, EventType.TOUCHPOINT, signedUp - 0.3).touch(Touch.CLICK));
    add(new Given(guest, EventType.DEVICE_SEEN, signedUp - 0.2).on(device));
    add(new Given(account, EventType.SIGNED_UP, signedUp).from("GOOGLE_ADS", "IOS"));
    add(new Given(account, EventType.DEVICE_SEEN, signedUp + 0.01).on(device));
    if (random.nextInt(3) > 0) {
      double linked = signedUp + random.nextDouble() * 40;
      add(new Given(account, EventType.IDS_LINKED, linked).linking(guest));
    }
    for (double day = signedUp + 0.1;
        day < Math.min(stops, DAYS);
        day += everyDays * random.nextDouble() * 2) {
      session(random.nextInt(4) == 0 ? guest : account, day, buys);
    }
    if (random.nextInt(4) == 0) {
      boolean confirmed = random.nextBoolean();
      add(
          new Given(
              account,
              confirmed ? EventType.FRAUD_CONFIRMED : EventType.FRAUD_CLEARED,
              signedUp + 20 + random.nextDouble() * 60));
    }
  }

  private void session(String id, double day, boolean buys) {
    add(new Given(id, EventType.SESSION_STARTED, day));
    add(new Given(id, EventType.SESSION_ENDED, day + 0.02).lasting(random.nextInt(3_000)));
    switch (random.nextInt(9)) {
      case 0 -> add(new Given(id, EventType.LEVEL_REACHED, day + 0.01).level(random.nextInt(50)));
      case 1 -> add(new Given(id, EventType.PAYMENT_FAILED, day + 0.01).paying(5_000_000, null));
      case 2 -> add(new Given(id, EventType.REPORTED, day + 0.01));
      case 3 -> add(new Given(id, EventType.ADDRESS_SEEN, day).at(device(random.nextInt(40))));
      case 4 -> add(new Given(id, EventType.TOUCHPOINT, day).touch(Touch.IMPRESSION));
      case 5 -> add(new Given(id, EventType.CUSTOM, day));
      default -> {
        if (buys) {
          order(id, day);
        }
      }
    }
  }

  /** Reported once or twice, at times by the guest's id and the account's, at times refunded. */
  private void order(String id, double day) {
    String order = "order-" + number;
    long micros = 1_000_000L * (1 + random.nextInt(50));
    add(new Given(id, EventType.PURCHASE, day + 0.01).paying(micros, order));
    if (random.nextInt(3) == 0) {
      String other = id.startsWith("guest") ? id.replace("guest", "account") : id;
      add(new Given(other, EventType.PURCHASE, day + 0.01).paying(micros, order));
    }
    if (random.nextInt(5) == 0) {
      add(new Given(id, EventType.REFUND, day + random.nextDouble() * 20).paying(micros, order));
    }
  }

  private void add(Given given) {
    Instant at = START.plusNanos(1_000 * (long) (Math.max(0, given.day) * 86_400_000_000.0));
    boolean isLate = random.nextInt(6) == 0;
    Duration delay = Duration.ofSeconds(isLate ? random.nextInt(4 * 86_400) : random.nextInt(90));
    events.add(given.event(String.format("e%07d", number++), at, at.plus(delay)));
  }

  private static String device(int number) {
    return String.format("%032x", number);
  }

  /** An event being written. */
  private static final class Given {

    private final String id;
    private final EventType type;
    private final double day;
    private @Nullable String channel;
    private @Nullable String platform;
    private @Nullable String device;
    private @Nullable String address;
    private @Nullable String other;
    private @Nullable String order;
    private @Nullable Long micros;
    private @Nullable Long seconds;
    private @Nullable Integer level;
    private @Nullable Touch touch;

    Given(String id, EventType type, double day) {
      this.id = id;
      this.type = type;
      this.day = day;
    }

    Given from(String cameThrough, String cameOn) {
      channel = cameThrough;
      platform = cameOn;
      return this;
    }

    Given touch(Touch met) {
      touch = met;
      return this;
    }

    Given on(String seenOn) {
      device = seenOn;
      return this;
    }

    Given at(String seenAt) {
      address = seenAt;
      return this;
    }

    Given linking(String linked) {
      other = linked;
      return this;
    }

    Given lasting(int length) {
      seconds = (long) length;
      return this;
    }

    Given level(int reached) {
      level = reached;
      return this;
    }

    Given paying(long amount, @Nullable String orderId) {
      micros = amount;
      order = orderId;
      return this;
    }

    UserEvent event(String eventId, Instant at, Instant recordedAt) {
      return new UserEvent(
          eventId,
          id,
          type,
          null,
          at,
          recordedAt,
          micros,
          micros == null ? null : "USD",
          null,
          order,
          false,
          true,
          seconds,
          level,
          touch,
          channel,
          null,
          null,
          null,
          platform,
          device,
          address,
          other,
          null,
          Map.of());
    }
  }
}
