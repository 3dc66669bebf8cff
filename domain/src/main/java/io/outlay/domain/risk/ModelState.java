package io.outlay.domain.risk;

/** Where a model stands in its life. */
public enum ModelState {
  /** Registered, and at work nowhere. */
  CANDIDATE(Integer.MAX_VALUE),
  /** It scores beside the champion, and nobody is shown; at most three of a kind. */
  SHADOW(3),
  /** Its scores are shown to a share of the users; at most one of a kind. */
  CHALLENGER(1),
  /** Its scores are shown; exactly one of a kind from the first model on. */
  CHAMPION(1),
  /** It has served, or will not; it can be brought back. */
  RETIRED(Integer.MAX_VALUE);

  private final int mostOfAKind;

  ModelState(int mostOfAKind) {
    this.mostOfAKind = mostOfAKind;
  }

  /** How many models of one kind can be in this state: those at work are loaded everywhere. */
  public int mostOfAKind() {
    return mostOfAKind;
  }
}
