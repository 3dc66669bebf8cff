package io.outlay.scoring.outcome;

import io.outlay.domain.useractivity.Attribute;
import io.outlay.domain.useractivity.Measure;
import io.outlay.domain.useractivity.Moment;
import io.outlay.domain.userevent.KnownEvent;
import io.outlay.domain.userevent.Touch;
import io.outlay.domain.userevent.UserEvent;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One user as known at one time of the past, added up from the events themselves. It shares nothing
 * with the summary that serving reads, so that the two check each other; its size does not depend
 * on the number of events.
 */
final class PastUser {

  private static final int BITS = 90;

  private final Instant at;
  private final int today;
  private final int[] windows;
  private final Map<Measure, long[]> sums = new EnumMap<>(Measure.class);
  private final Map<Measure, Long> totals = new EnumMap<>(Measure.class);

  /** Ages in days with any of a measure; 0 is today. */
  private final Map<Measure, BitSet> days = new EnumMap<>(Measure.class);

  private final Map<Moment, Instant> moments = new EnumMap<>(Moment.class);
  private final Map<Attribute, UserEvent> origins = new EnumMap<>(Attribute.class);
  private int highestLevel;

  /**
   * Nothing known yet.
   *
   * @param windows days of the windows that will be asked for, rising
   */
  PastUser(Instant at, int[] windows) {
    this.at = at;
    this.today = UtcDays.of(at);
    this.windows = windows;
  }

  /** Takes an event into account where it was known by then. */
  void add(KnownEvent known) {
    UserEvent event = known.event();
    if (known.knownAt().isAfter(at) || event.occurredAt().isAfter(at)) {
      return;
    }
    first(Moment.FIRST_SEEN, event);
    if (event.type().isActive()) {
      count(event, Measure.ACTIONS, 1);
      last(Moment.LAST_ACTIVE, event);
    }
    if (event.touch() == Touch.IMPRESSION) {
      count(event, Measure.IMPRESSIONS, 1);
    } else if (event.touch() == Touch.CLICK) {
      count(event, Measure.CLICKS, 1);
      last(Moment.LAST_CLICK, event);
    }
    if (event.level() != null) {
      highestLevel = Math.max(highestLevel, event.level());
    }
    addByType(event);
  }

  private void addByType(UserEvent event) {
    switch (event.type()) {
      case SIGNED_UP -> came(Moment.SIGNED_UP, event);
      case INSTALL -> came(Moment.INSTALLED, event);
      case SESSION_STARTED -> {
        count(event, Measure.SESSIONS, 1);
        last(Moment.LAST_SESSION, event);
      }
      case SESSION_ENDED -> count(event, Measure.SESSION_SECONDS, orZero(event.seconds()));
      case PURCHASE -> purchase(event);
      case REFUND -> refund(event);
      case PAYMENT_FAILED -> {
        count(event, Measure.PAYMENT_FAILURES, 1);
        last(Moment.LAST_PAYMENT_FAILURE, event);
      }
      case REPORTED -> {
        count(event, Measure.REPORTS, 1);
        last(Moment.LAST_REPORT, event);
      }
      case LEVEL_REACHED -> count(event, Measure.LEVELS, 1);
      case CUSTOM -> count(event, Measure.CUSTOM_EVENTS, 1);
      case TOUCHPOINT, DEVICE_SEEN, ADDRESS_SEEN, IDS_LINKED, FRAUD_CONFIRMED, FRAUD_CLEARED -> {}
    }
  }

  private void purchase(UserEvent event) {
    if (event.isSandbox() || !event.isCounted()) {
      return;
    }
    count(event, Measure.PURCHASES, 1);
    count(event, Measure.PURCHASE_MICROS, orZero(event.reportingMicros()));
    first(Moment.FIRST_PURCHASE, event);
    last(Moment.LAST_PURCHASE, event);
  }

  private void refund(UserEvent event) {
    if (event.isSandbox()) {
      return;
    }
    count(event, Measure.REFUNDS, 1);
    count(event, Measure.REFUND_MICROS, orZero(event.reportingMicros()));
    last(Moment.LAST_REFUND, event);
  }

  private void came(Moment moment, UserEvent event) {
    first(moment, event);
    for (Attribute attribute : Attribute.values()) {
      if (told(attribute, event) != null) {
        origins.merge(attribute, event, (one, other) -> earlier(attribute, one, other));
      }
    }
  }

  private static UserEvent earlier(Attribute attribute, UserEvent one, UserEvent other) {
    int order = one.occurredAt().compareTo(other.occurredAt());
    if (order == 0) {
      String told = told(attribute, one);
      String otherwise = told(attribute, other);
      order = told == null || otherwise == null ? 0 : told.compareTo(otherwise);
    }
    return order <= 0 ? one : other;
  }

  private static @Nullable String told(Attribute attribute, UserEvent event) {
    return switch (attribute) {
      case CHANNEL -> event.channel();
      case CAMPAIGN -> event.campaign();
      case COUNTRY -> event.country();
      case PLATFORM -> event.platform();
    };
  }

  private void first(Moment moment, UserEvent event) {
    moments.merge(moment, event.occurredAt(), (one, other) -> one.isBefore(other) ? one : other);
  }

  private void last(Moment moment, UserEvent event) {
    moments.merge(moment, event.occurredAt(), (one, other) -> one.isAfter(other) ? one : other);
  }

  private void count(UserEvent event, Measure measure, long value) {
    totals.merge(measure, value, Long::sum);
    int age = today - UtcDays.of(event.occurredAt());
    if (value > 0 && age < BITS) {
      days.computeIfAbsent(measure, absent -> new BitSet(BITS)).set(age);
    }
    long[] byWindow = sums.computeIfAbsent(measure, absent -> new long[windows.length]);
    for (int i = windows.length - 1; i >= 0 && age < windows[i]; i--) {
      byWindow[i] += value;
    }
  }

  private static long orZero(@Nullable Long value) {
    return value == null ? 0 : value;
  }

  /** Whether anything at all was known of the user. */
  boolean isKnown() {
    return !moments.isEmpty();
  }

  Instant at() {
    return at;
  }

  long sum(Measure measure, int window) {
    long[] byWindow = sums.get(measure);
    return byWindow == null ? 0 : byWindow[Arrays.binarySearch(windows, window)];
  }

  int daysWith(Measure measure, int window) {
    BitSet ages = days.get(measure);
    return ages == null ? 0 : ages.get(0, window).cardinality();
  }

  long total(Measure measure) {
    return totals.getOrDefault(measure, 0L);
  }

  @Nullable Instant moment(Moment moment) {
    return moments.get(moment);
  }

  @Nullable String attribute(Attribute attribute) {
    UserEvent origin = origins.get(attribute);
    return origin == null ? null : told(attribute, origin);
  }

  int highestLevel() {
    return highestLevel;
  }
}
