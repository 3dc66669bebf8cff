package io.outlay.ingestion.simulator.meta;

import java.util.Set;

/** Which fields a report knows. */
final class InsightsFields {

  private static final Set<String> KNOWN =
      Set.of(
          "account_id",
          "account_name",
          "account_currency",
          "campaign_id",
          "campaign_name",
          "adset_id",
          "adset_name",
          "ad_id",
          "ad_name",
          "objective",
          "buying_type",
          "optimization_goal",
          "attribution_setting",
          "created_time",
          "updated_time",
          "date_start",
          "date_stop",
          "impressions",
          "reach",
          "frequency",
          "clicks",
          "inline_link_clicks",
          "inline_link_click_ctr",
          "cost_per_inline_link_click",
          "outbound_clicks",
          "spend",
          "cpc",
          "cpm",
          "ctr",
          "actions",
          "action_values",
          "conversions",
          "conversion_values",
          "purchase_roas",
          "video_play_actions",
          "video_thruplay_watched_actions",
          "video_p25_watched_actions",
          "video_p50_watched_actions",
          "video_p75_watched_actions",
          "video_p100_watched_actions");

  private InsightsFields() {}

  static void check(String field) {
    if (!KNOWN.contains(field)) {
      throw MetaError.invalid(field + " is not valid for fields param");
    }
  }
}
