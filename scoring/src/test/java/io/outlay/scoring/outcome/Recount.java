package io.outlay.scoring.outcome;

import io.outlay.domain.userevent.EventType;
import io.outlay.domain.userevent.Touch;
import io.outlay.domain.userevent.UserEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Some features counted anew from a list of events, as plainly as can be: neither the summary nor
 * the training evaluator is used.
 */
record Recount(List<UserEvent> known, Instant at) {

  static Recount of(List<UserEvent> all, Instant at) {
    return new Recount(all.stream().filter(event -> !event.recordedAt().isAfter(at)).toList(), at);
  }

  Map<String, Float> features() {
    Predicate<UserEvent> purchase =
        event -> event.type() == EventType.PURCHASE && event.isCounted() && !event.isSandbox();
    Predicate<UserEvent> refund = event -> event.type() == EventType.REFUND && !event.isSandbox();
    Map<String, Float> values = new TreeMap<>();
    for (int days : new int[] {1, 7, 30, 90}) {
      values.put(
          "actions_" + days + "d", (float) in(days, event -> event.type().isActive()).count());
      values.put("sessions_" + days + "d", (float) in(days, is(EventType.SESSION_STARTED)).count());
    }
    for (int days : new int[] {7, 30, 90}) {
      values.put(
          "active_days_" + days + "d",
          (float) in(days, event -> event.type().isActive()).map(Recount::day).distinct().count());
      values.put("purchases_" + days + "d", (float) in(days, purchase).count());
      values.put("amount_" + days + "d", (float) (micros(in(days, purchase)) / 1e6));
    }
    values.put("session_minutes_7d", (float) (seconds(7) / 60.0));
    values.put("session_minutes_30d", (float) (seconds(30) / 60.0));
    values.put("purchases_total", (float) known.stream().filter(purchase).count());
    values.put("amount_total", (float) (micros(known.stream().filter(purchase)) / 1e6));
    values.put("refunds_90d", (float) in(90, refund).count());
    values.put("refunds_total", (float) known.stream().filter(refund).count());
    values.put("payment_failures_7d", (float) in(7, is(EventType.PAYMENT_FAILED)).count());
    values.put("reports_total", (float) known.stream().filter(is(EventType.REPORTED)).count());
    values.put("clicks_30d", (float) in(30, event -> event.touch() == Touch.CLICK).count());
    values.put("days_since_purchase", since(purchase));
    values.put("days_since_session", since(is(EventType.SESSION_STARTED)));
    values.put("days_since_active", since(event -> event.type().isActive()));
    values.put("share_refunded", share(refund, purchase));
    values.put("highest_level", highestLevel());
    return values;
  }

  private Stream<UserEvent> in(int days, Predicate<UserEvent> wanted) {
    LocalDate today = at.atOffset(ZoneOffset.UTC).toLocalDate();
    return known.stream()
        .filter(wanted)
        .filter(event -> ChronoUnit.DAYS.between(day(event), today) < days);
  }

  private static LocalDate day(UserEvent event) {
    return event.occurredAt().atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private static Predicate<UserEvent> is(EventType type) {
    return event -> event.type() == type;
  }

  private double seconds(int days) {
    return in(days, is(EventType.SESSION_ENDED))
        .mapToLong(event -> event.seconds() == null ? 0 : event.seconds())
        .sum();
  }

  private static double micros(Stream<UserEvent> events) {
    return events
        .mapToLong(event -> event.reportingMicros() == null ? 0 : event.reportingMicros())
        .sum();
  }

  private float since(Predicate<UserEvent> wanted) {
    return known.stream()
        .filter(wanted)
        .map(UserEvent::occurredAt)
        .max(Comparator.naturalOrder())
        .map(last -> (float) (ChronoUnit.MICROS.between(last, at) / 86_400e6))
        .orElse(Float.NaN);
  }

  private float share(Predicate<UserEvent> over, Predicate<UserEvent> under) {
    double divisor = micros(known.stream().filter(under)) / 1e6;
    return divisor == 0 ? Float.NaN : (float) (micros(known.stream().filter(over)) / 1e6 / divisor);
  }

  private float highestLevel() {
    return known.stream()
        .map(UserEvent::level)
        .mapToInt(level -> level == null ? 0 : level)
        .max()
        .orElse(0);
  }
}
