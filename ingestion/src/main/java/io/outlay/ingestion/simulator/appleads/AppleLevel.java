package io.outlay.ingestion.simulator.appleads;

import io.outlay.ingestion.simulator.world.AdSlot;

/** What a row of a report is about. */
enum AppleLevel {
  CAMPAIGN,
  AD_GROUP,
  AD;

  long idOf(AdSlot slot) {
    return switch (this) {
      case CAMPAIGN -> slot.campaign().id();
      case AD_GROUP -> slot.group().id();
      case AD -> slot.ad().id();
    };
  }
}
