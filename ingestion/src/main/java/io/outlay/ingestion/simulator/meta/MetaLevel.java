package io.outlay.ingestion.simulator.meta;

import io.outlay.ingestion.simulator.world.AdSlot;
import io.outlay.ingestion.simulator.world.LifeState;
import java.time.LocalDate;
import java.util.Locale;

/** What a row of a report is about. */
enum MetaLevel {
  ACCOUNT,
  CAMPAIGN,
  ADSET,
  AD;

  static MetaLevel of(String word) {
    for (MetaLevel level : values()) {
      if (level.word().equals(word)) {
        return level;
      }
    }
    throw MetaError.invalid(
        "level must be one of the following values: ad, adset, campaign, account");
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The number of what {@code slot} belongs to at this level. */
  long idOf(AdSlot slot) {
    return switch (this) {
      case ACCOUNT -> slot.account().id();
      case CAMPAIGN -> slot.campaign().id();
      case ADSET -> slot.group().id();
      case AD -> slot.ad().id();
    };
  }

  boolean reaches(MetaLevel other) {
    return ordinal() >= other.ordinal();
  }

  /** Meta's word for the state of what {@code slot} belongs to, on its account's day. */
  String effectiveStatus(AdSlot slot, LocalDate today) {
    LifeState state = slot.campaign().stateOn(today);
    if (this == AD && slot.ad().isDeletedOn(today)) {
      return "DELETED";
    }
    return switch (state) {
      case UNBORN, ACTIVE -> "ACTIVE";
      case PAUSED -> this == CAMPAIGN || this == ACCOUNT ? "PAUSED" : "CAMPAIGN_PAUSED";
      case ARCHIVED -> "ARCHIVED";
      case REMOVED -> "DELETED";
    };
  }

  /** What the advertiser itself set: a campaign at rest does not change what lies below it. */
  String status(AdSlot slot, LocalDate today) {
    String effective = effectiveStatus(slot, today);
    return effective.equals("CAMPAIGN_PAUSED") ? "ACTIVE" : effective;
  }
}
