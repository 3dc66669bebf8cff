package io.outlay.domain.risk;

/** How a model serves. */
public enum ModelRole {
  /** Its scores are shown. */
  CHAMPION,
  /** Its scores are shown to a share of the users. */
  CHALLENGER,
  /** It scores, and nobody is shown. */
  SHADOW
}
