package io.outlay.domain.error;

/** The caller is not known. */
public final class Unauthenticated extends Problem {

  /** Tells the caller why. */
  public Unauthenticated(String message) {
    super(ErrorCode.UNAUTHENTICATED, message, null);
  }
}
