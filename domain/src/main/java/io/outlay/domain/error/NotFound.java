package io.outlay.domain.error;

/** Nothing of that identity is there for this caller; foreign and missing are told alike. */
public final class NotFound extends Problem {

  /** Tells the caller why. */
  public NotFound(String message) {
    super(ErrorCode.NOT_FOUND, message, null);
  }
}
