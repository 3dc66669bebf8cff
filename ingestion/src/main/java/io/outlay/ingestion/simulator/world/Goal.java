package io.outlay.ingestion.simulator.world;

/** What a campaign is paid to bring about. */
public enum Goal {
  /** Installs of an app, some of which buy. */
  INSTALL,
  /** Sign-ups for an app that is not out yet. */
  PRE_REGISTRATION,
  /** Purchases inside an app, from new and returning players. */
  IN_APP_PURCHASE,
  /** Purchases in the title's web shop. */
  WEB_PURCHASE
}
