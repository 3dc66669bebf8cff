package io.outlay.domain.userscore;

/** How much a probability asks for; from least to most. */
public enum RiskBand {
  LOW,
  /** Worth a look. */
  MEDIUM,
  /** Worth acting, by the costs of a false alarm and a miss. */
  HIGH
}
