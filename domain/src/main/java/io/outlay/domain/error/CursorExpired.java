package io.outlay.domain.error;

/** A cursor was right once, but the data version it belongs to is no longer kept. */
public final class CursorExpired extends Problem {

  /** Tells the caller to begin again. */
  public CursorExpired() {
    super(
        ErrorCode.CURSOR_EXPIRED,
        "The data behind this cursor has changed. Ask for the first page again, without a cursor.",
        null);
  }
}
