package io.outlay.domain.performance;

/** The database does not take something in one of the slices, and never will. */
public final class SliceInvalid extends RuntimeException {

  /** With a message that may be shown, and the cause for the log. */
  public SliceInvalid(String message, Throwable cause) {
    super(message, cause);
  }
}
