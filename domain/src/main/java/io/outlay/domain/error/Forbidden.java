package io.outlay.domain.error;

/** The caller is known and may not do this. */
public final class Forbidden extends Problem {

  /** Tells the caller why. */
  public Forbidden(String message) {
    super(ErrorCode.FORBIDDEN, message, null);
  }
}
