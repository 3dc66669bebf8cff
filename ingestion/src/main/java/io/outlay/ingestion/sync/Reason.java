package io.outlay.ingestion.sync;

/** Why a period is fetched; those of the present come before those of the past. */
enum Reason {
  /** Somebody asked for it. */
  ASKED(true),
  /** The day goes on, or has just ended. */
  CURRENT(true),
  /** The platform's total has moved since it was fetched. */
  REOPENED(true),
  /** It was fetched before it had ended. */
  ENDED(true),
  /** Figures so young are corrected every day; once more when they are no longer. */
  LOOK_BACK(true),
  /** The last two reads differed, or there was one only. */
  UNSETTLED(true),
  /** Its month has ended: invalid traffic is taken out of bills then. */
  MONTH_END(true),
  /** What was fetched never reached the database. */
  LOST(true),
  /** It was never fetched. */
  BACKFILL(false);

  private final boolean isPresent;

  Reason(boolean isPresent) {
    this.isPresent = isPresent;
  }

  boolean isPresent() {
    return isPresent;
  }
}
