package io.outlay.ingestion.simulator.world;

/** Where a campaign stands in its life. */
public enum LifeState {
  /** Not made yet: nobody sees it. */
  UNBORN,
  /** Spends. */
  ACTIVE,
  /** Rests and may return. */
  PAUSED,
  /** Put away, seen by who asks for it. */
  ARCHIVED,
  /** Deleted: only its past is left. */
  REMOVED
}
