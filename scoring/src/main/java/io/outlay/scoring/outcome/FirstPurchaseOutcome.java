package io.outlay.scoring.outcome;

import io.outlay.domain.risk.FirstPurchaseSettings;
import io.outlay.domain.userevent.EventType;
import io.outlay.domain.userevent.KnownEvent;
import io.outlay.domain.userevent.UserEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Buying for the first time: a counted purchase after the time and within the horizon, asked of
 * users who had bought nothing by then, also nothing that became known later. Unless the
 * organization wants it otherwise, a purchase does not count whose refunds within the same horizon
 * (by the order's id) make up its whole amount.
 */
final class FirstPurchaseOutcome implements UserOutcome {

  private final FirstPurchaseSettings settings;
  private final List<Instant> times;
  private final Instant knownBy;
  private final boolean[] hasBought;
  private final Orders[] orders;

  FirstPurchaseOutcome(FirstPurchaseSettings settings, List<Instant> times, Instant knownBy) {
    this.settings = settings;
    this.times = times;
    this.knownBy = knownBy;
    this.hasBought = new boolean[times.size()];
    this.orders = times.stream().map(at -> new Orders()).toArray(Orders[]::new);
  }

  @Override
  public void add(KnownEvent known) {
    UserEvent event = known.event();
    boolean isPurchase = event.type() == EventType.PURCHASE && event.isCounted();
    boolean isRefund = event.type() == EventType.REFUND;
    if (event.isSandbox() || !(isPurchase || isRefund) || known.knownAt().isAfter(knownBy)) {
      return;
    }
    for (int i = 0; i < orders.length; i++) {
      Instant at = times.get(i);
      if (!event.occurredAt().isAfter(at)) {
        hasBought[i] |= isPurchase;
      } else if (!event.occurredAt().isAfter(UtcDays.plus(at, settings.horizonDays()))) {
        orders[i].add(event, isPurchase);
      }
    }
  }

  @Override
  public KnownOutcome of(int sample) {
    if (hasBought[sample]) {
      return KnownOutcome.NOT_ASKED;
    }
    if (knownBy.isBefore(UtcDays.plus(times.get(sample), settings.horizonDays()))) {
      return KnownOutcome.UNRIPE;
    }
    return orders[sample].hasPurchase(settings.isRefundCounted())
        ? KnownOutcome.HAPPENED
        : KnownOutcome.DID_NOT_HAPPEN;
  }

  /** Purchases and refunds within one horizon. */
  private static final class Orders {

    /** An amount that nobody told: more than any refund, and whatever was paid. */
    private static final long UNKNOWN = Long.MAX_VALUE;

    private final Map<String, Long> bought = new HashMap<>();
    private final Map<String, Long> givenBack = new HashMap<>();

    void add(UserEvent event, boolean isPurchase) {
      String order = event.orderId() == null ? event.eventId() : event.orderId();
      (isPurchase ? bought : givenBack).merge(order, amount(event.amountMicros()), Orders::sum);
    }

    boolean hasPurchase(boolean isRefundCounted) {
      return bought.entrySet().stream()
          .anyMatch(
              order ->
                  isRefundCounted
                      || givenBack.getOrDefault(order.getKey(), -1L) < order.getValue());
    }

    private static long amount(@Nullable Long micros) {
      return micros == null ? UNKNOWN : micros;
    }

    private static long sum(long one, long other) {
      return one == UNKNOWN || other == UNKNOWN ? UNKNOWN : one + other;
    }
  }
}
