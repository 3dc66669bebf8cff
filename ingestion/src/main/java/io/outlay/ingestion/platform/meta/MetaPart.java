package io.outlay.ingestion.platform.meta;

import io.outlay.domain.performance.View;
import io.outlay.ingestion.platform.reading.EntityKey;
import io.outlay.ingestion.platform.reading.Fields;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** One question of a report: a level, whole or cut by the view's breakdown. */
enum MetaPart {
  AD("ad"),
  ADSET("adset"),
  SEGMENT("campaign"),
  CAMPAIGN("campaign"),
  ACCOUNT("account");

  private final String level;

  MetaPart(String level) {
    this.level = level;
  }

  /** The questions of a view, the finest first and the account last. */
  static List<MetaPart> of(View view) {
    return switch (view) {
      case COUNTRY, DEVICE -> List.of(SEGMENT, CAMPAIGN, ACCOUNT);
      case DELIVERY, ATTRIBUTION_WINDOW -> List.of(AD, ADSET, CAMPAIGN, ACCOUNT);
      case AGE_GENDER -> throw new IllegalArgumentException("no such report of Meta: " + view);
    };
  }

  /** Meta's word for its level. */
  String level() {
    return level;
  }

  /** Name of its kept pages. */
  String word() {
    return "insights-" + name().toLowerCase(Locale.ROOT);
  }

  boolean isSegment() {
    return this == SEGMENT;
  }

  /** Whose figures a row of it holds, over all segments. */
  EntityKey key(JsonNode row) {
    return switch (this) {
      case AD ->
          EntityKey.ad(
              Fields.requiredText(row, "campaign_id"),
              Fields.requiredText(row, "adset_id"),
              Fields.requiredText(row, "ad_id"));
      case ADSET ->
          EntityKey.adGroup(
              Fields.requiredText(row, "campaign_id"), Fields.requiredText(row, "adset_id"));
      case SEGMENT, CAMPAIGN -> EntityKey.campaign(Fields.requiredText(row, "campaign_id"));
      case ACCOUNT -> EntityKey.ACCOUNT;
    };
  }
}
