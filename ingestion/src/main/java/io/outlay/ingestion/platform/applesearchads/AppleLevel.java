package io.outlay.ingestion.platform.applesearchads;

import io.outlay.domain.performance.View;
import java.util.List;
import java.util.Locale;

/** A level of a report, as Apple's paths name it. */
enum AppleLevel {
  ADS,
  ADGROUPS,
  /** Campaigns cut by country or device. */
  SEGMENTS,
  CAMPAIGNS;

  /** The levels of a view, the finest first. The account has no report of its own. */
  static List<AppleLevel> of(View view) {
    return switch (view) {
      case DELIVERY -> List.of(ADS, ADGROUPS, CAMPAIGNS);
      case COUNTRY, DEVICE -> List.of(SEGMENTS, CAMPAIGNS);
      case AGE_GENDER, ATTRIBUTION_WINDOW ->
          throw new IllegalArgumentException("no such report of Apple: " + view);
    };
  }

  /** Name in Apple's paths. */
  String path() {
    return this == SEGMENTS ? "campaigns" : name().toLowerCase(Locale.ROOT);
  }

  boolean isBelowCampaigns() {
    return this == ADS || this == ADGROUPS;
  }
}
