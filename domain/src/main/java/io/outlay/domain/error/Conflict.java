package io.outlay.domain.error;

/** What is asked contradicts what is stored. */
public final class Conflict extends Problem {

  /** Tells the caller why. */
  public Conflict(String message) {
    super(ErrorCode.CONFLICT, message, null);
  }
}
