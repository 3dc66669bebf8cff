package io.outlay.domain.campaign;

/** Who set a label. One set for a campaign itself is never overwritten by a rule. */
public enum LabelOrigin {
  /** A person or a file, for this very campaign. */
  SET,
  /** A rule on campaign names. */
  RULE
}
