package io.outlay.ingestion.simulator.world;

/** Things that go wrong in a campaign, to be found by whoever watches. */
public enum IncidentKind {
  /** Spends 2.6 times what it usually does. */
  OVERSPEND,
  /** Nothing is counted as conversion, though people click and buy. */
  TRACKING_BREAK,
  /** Impressions cost three times the usual. */
  CPM_JUMP
}
