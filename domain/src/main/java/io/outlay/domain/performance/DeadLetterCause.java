package io.outlay.domain.performance;

/** Kinds of causes for which a delivery is set aside. */
public enum DeadLetterCause {
  /** The bytes are not a slice that this program reads. */
  UNREADABLE,
  /** The slice contradicts what is stored: another source owns its days, or other periods do. */
  CONFLICT,
  /** The database does not take a value or a row of it. */
  INVALID,
  /** Applying it, alone, took longer than a statement may, several times. */
  TOO_SLOW
}
