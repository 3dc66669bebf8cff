package io.outlay.domain.userevent;

/** What can happen to a user. Types Outlay does not know are kept as {@link #CUSTOM} ones. */
public enum EventType {
  SIGNED_UP(true),
  SESSION_STARTED(true),
  SESSION_ENDED(true),
  /** An advertisement was seen or clicked; {@code touch} tells which. */
  TOUCHPOINT(false),
  INSTALL(true),
  PURCHASE(true),
  REFUND(false),
  PAYMENT_FAILED(true),
  DEVICE_SEEN(false),
  ADDRESS_SEEN(false),
  /** Another user complained about this one. */
  REPORTED(false),
  LEVEL_REACHED(true),
  /** Two ids turned out to be one user. */
  IDS_LINKED(false),
  /** Somebody found this user to be an abuser. */
  FRAUD_CONFIRMED(false),
  /** Somebody found this user to be honest. */
  FRAUD_CLEARED(false),
  CUSTOM(true);

  private final boolean active;

  EventType(boolean active) {
    this.active = active;
  }

  /** Whether the user was at it in person, so that the day counts as one of activity. */
  public boolean isActive() {
    return active;
  }
}
