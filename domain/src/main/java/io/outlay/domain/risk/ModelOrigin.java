package io.outlay.domain.risk;

/** Where a model comes from. */
public enum ModelOrigin {
  /** Outlay trained it from the organization's own events. */
  TRAINED,
  /** Somebody trained it elsewhere. */
  IMPORTED
}
