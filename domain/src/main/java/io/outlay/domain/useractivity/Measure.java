package io.outlay.domain.useractivity;

import io.outlay.domain.userevent.EventType;
import io.outlay.domain.userevent.Touch;
import io.outlay.domain.userevent.UserEvent;
import org.jspecify.annotations.Nullable;

/**
 * What is counted of a user's events, by UTC day and in all. The place of each is stored: new ones
 * come at the end.
 */
public enum Measure {
  /** Events the user was at in person. */
  ACTIONS,
  SESSIONS,
  SESSION_SECONDS,
  /** Purchases that count: no sandbox, an order once. */
  PURCHASES,
  /** Their amounts in millionths of the reporting currency. */
  PURCHASE_MICROS,
  REFUNDS,
  /** Their amounts in millionths of the reporting currency. */
  REFUND_MICROS,
  PAYMENT_FAILURES,
  /** Complaints of other users. */
  REPORTS,
  LEVELS,
  IMPRESSIONS,
  CLICKS,
  CUSTOM_EVENTS;

  /** What an event adds to this; mostly 0. */
  public long of(UserEvent event) {
    return switch (this) {
      case ACTIONS -> one(event.type().isActive());
      case SESSIONS -> one(event.type() == EventType.SESSION_STARTED);
      case SESSION_SECONDS -> event.type() == EventType.SESSION_ENDED ? orZero(event.seconds()) : 0;
      case PURCHASES -> one(isPurchase(event));
      case PURCHASE_MICROS -> isPurchase(event) ? orZero(event.reportingMicros()) : 0;
      case REFUNDS -> one(isRefund(event));
      case REFUND_MICROS -> isRefund(event) ? orZero(event.reportingMicros()) : 0;
      case PAYMENT_FAILURES -> one(event.type() == EventType.PAYMENT_FAILED);
      case REPORTS -> one(event.type() == EventType.REPORTED);
      case LEVELS -> one(event.type() == EventType.LEVEL_REACHED);
      case IMPRESSIONS -> one(event.touch() == Touch.IMPRESSION);
      case CLICKS -> one(event.touch() == Touch.CLICK);
      case CUSTOM_EVENTS -> one(event.type() == EventType.CUSTOM);
    };
  }

  private static boolean isPurchase(UserEvent event) {
    return event.type() == EventType.PURCHASE && event.isCounted() && !event.isSandbox();
  }

  private static boolean isRefund(UserEvent event) {
    return event.type() == EventType.REFUND && !event.isSandbox();
  }

  private static long one(boolean counts) {
    return counts ? 1 : 0;
  }

  private static long orZero(@Nullable Long value) {
    return value == null ? 0 : value;
  }
}
