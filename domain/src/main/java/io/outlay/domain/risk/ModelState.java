package io.outlay.domain.risk;

/** Where a model stands in its life. */
public enum ModelState {
  /** Registered, and at work nowhere. */
  CANDIDATE,
  /** It scores beside the champion, and nobody is shown. */
  SHADOW,
  /** Its scores are shown to a share of the users; at most one of a kind. */
  CHALLENGER,
  /** Its scores are shown; exactly one of a kind from the first model on. */
  CHAMPION,
  /** It has served, or will not; it can be brought back. */
  RETIRED
}
