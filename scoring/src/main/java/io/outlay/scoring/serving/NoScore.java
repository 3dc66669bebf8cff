package io.outlay.scoring.serving;

/** Why a user has no score. */
public enum NoScore {
  /** The organization has no model of the kind at work. */
  NO_MODEL,
  /** There is no such user, or nothing is known of it that a score could rest on. */
  NOTHING_KNOWN
}
