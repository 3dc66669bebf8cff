package io.outlay.ingestion.spendimport;

/** Slices of an import could not be applied and wait as dead letters. */
final class DeadLetteredException extends RuntimeException {

  DeadLetteredException(long count, String firstCause) {
    super(
        count
            + " account days could not be stored and wait as dead letters. The first: "
            + firstCause,
        null,
        false,
        false);
  }

  /** The reason in words for people. */
  String told() {
    return String.valueOf(getMessage());
  }
}
