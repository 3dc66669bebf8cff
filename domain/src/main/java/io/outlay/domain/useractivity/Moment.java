package io.outlay.domain.useractivity;

import io.outlay.domain.userevent.EventType;
import io.outlay.domain.userevent.UserEvent;

/**
 * First and last times of a user's events. The place of each is stored: new ones come at the end.
 */
public enum Moment {
  FIRST_SEEN(true),
  SIGNED_UP(true),
  INSTALLED(true),
  FIRST_PURCHASE(true),
  LAST_ACTIVE(false),
  LAST_SESSION(false),
  LAST_PURCHASE(false),
  LAST_REFUND(false),
  LAST_PAYMENT_FAILURE(false),
  LAST_REPORT(false),
  LAST_CLICK(false);

  private final boolean first;

  Moment(boolean first) {
    this.first = first;
  }

  /** Whether the earliest of its events counts, and not the latest. */
  public boolean isFirst() {
    return first;
  }

  /** Whether an event is one of those this looks at. */
  public boolean isAt(UserEvent event) {
    return switch (this) {
      case FIRST_SEEN -> true;
      case SIGNED_UP -> event.type() == EventType.SIGNED_UP;
      case INSTALLED -> event.type() == EventType.INSTALL;
      case FIRST_PURCHASE, LAST_PURCHASE -> Measure.PURCHASES.of(event) > 0;
      case LAST_ACTIVE -> event.type().isActive();
      case LAST_SESSION -> event.type() == EventType.SESSION_STARTED;
      case LAST_REFUND -> Measure.REFUNDS.of(event) > 0;
      case LAST_PAYMENT_FAILURE -> event.type() == EventType.PAYMENT_FAILED;
      case LAST_REPORT -> event.type() == EventType.REPORTED;
      case LAST_CLICK -> Measure.CLICKS.of(event) > 0;
    };
  }
}
