package io.outlay.domain.performance.postgres;

/** Rollups counted once more by SQL that shares nothing with the sink's. */
final class RollupRecount {

  private static final String PATTERN =
      """
      num_nonnulls(impressions) + 2 * num_nonnulls(clicks) + 4 * num_nonnulls(spend_micros) + 8 * num_nonnulls(conversions_micros)
       + 16 * num_nonnulls(conversions_all_micros) + 32 * num_nonnulls(conversion_value_micros) + 64 * num_nonnulls(installs_micros)
       + 128 * num_nonnulls(pre_registrations_micros) + 256 * num_nonnulls(sign_ups_micros) + 512 * num_nonnulls(leads_micros)
       + 1024 * num_nonnulls(purchases_micros) + 2048 * num_nonnulls(video_views) + 4096 * num_nonnulls(view_through_conversions_micros)
      """;

  private static final String SUMS =
      """
      sum(impressions), sum(clicks), sum(spend_micros), sum(conversions_micros), sum(conversions_all_micros), sum(conversion_value_micros),
      sum(installs_micros), sum(pre_registrations_micros), sum(sign_ups_micros), sum(leads_micros), sum(purchases_micros), sum(video_views), sum(view_through_conversions_micros)
      """;

  private static final String METRICS = SUMS.replace("sum(", "").replace(")", "::numeric");

  private RollupRecount() {}

  /** Counts rows of the campaign rollup that the facts do not give, and the other way round. */
  static String wrongCampaignDays() {
    return differences(
        "day, campaign_id, slice_id, currency_code, first_day, measurer, view",
        "rollup_campaign_day");
  }

  /** Counts rows of the account rollup that the facts do not give, and the other way round. */
  static String wrongAccountDays() {
    return differences(
        "day, ad_account_id, slice_id, currency_code, first_day, measurer, view",
        "rollup_account_day");
  }

  private static String differences(String keys, String rollup) {
    String counted =
        "SELECT %s, %s AS pattern, %s FROM fact GROUP BY %s, %s"
            .formatted(keys, PATTERN, SUMS, keys, PATTERN);
    String stored = "SELECT %s, reported, %s FROM %s".formatted(keys, METRICS, rollup);
    return "SELECT (SELECT count(*) FROM (%s EXCEPT ALL %s) a) + (SELECT count(*) FROM (%s EXCEPT ALL %s) b)"
        .formatted(counted, stored, stored, counted);
  }
}
