package io.outlay.ingestion.simulator.world;

/** Where a campaign's ads lead. */
public enum DeviceSystem {
  /** Google's app shop. */
  ANDROID,
  /** Apple's app shop. */
  IOS,
  /** A page in a browser. */
  WEB
}
