package io.outlay.domain.platform.postgres;

/**
 * Statements that take over a structure. Each reads the account's entities from one JSON text:
 * {@code $1} organization, {@code $2} account, {@code $3} entities, {@code $4} the account's day.
 */
final class WriteStructure {

  private static final String SAID =
      """
      jsonb_to_recordset($3::jsonb) AS e ("level" text, "campaignId" text, "adGroupId" text, "adId" text, "name" text,
        "status" text, "objective" text, "dailyBudgetMicros" bigint, "lifetimeBudgetMicros" bigint, "sharedBudgetId" text,
        "startDay" date, "endDay" date)
      """;

  private static final String CAMPAIGN =
      " JOIN campaign c ON c.organization_id = $1 AND c.ad_account_id = $2 AND c.external_id ="
          + " e.\"campaignId\"\n";

  private static final String AD_GROUP =
      CAMPAIGN
          + " JOIN ad_group g ON g.organization_id = $1 AND g.campaign_id = c.campaign_id AND"
          + " g.external_id = e.\"adGroupId\"\n";

  private static final String AD =
      AD_GROUP
          + " JOIN ad a ON a.organization_id = $1 AND a.campaign_id = c.campaign_id AND"
          + " a.ad_group_id = g.ad_group_id AND a.external_id = e.\"adId\"\n";

  static final String NEW_CAMPAIGNS =
      "INSERT INTO campaign (organization_id, ad_account_id, external_id, name, status,"
          + " objective)\n"
          + "SELECT $1, $2, e.\"campaignId\", coalesce(e.name, e.\"campaignId\"), e.status,"
          + " e.objective FROM "
          + SAID
          + " WHERE e.level = 'CAMPAIGN' ON CONFLICT DO NOTHING";

  static final String CHANGED_CAMPAIGNS =
      "UPDATE campaign t SET name = coalesce(e.name, t.name), status = e.status, objective ="
          + " e.objective FROM "
          + SAID
          + " WHERE e.level = 'CAMPAIGN' AND t.organization_id = $1 AND t.ad_account_id = $2 AND"
          + " t.external_id = e.\"campaignId\" AND (t.name, t.status, t.objective) IS DISTINCT FROM"
          + " (coalesce(e.name, t.name), e.status, e.objective)";

  static final String NEW_AD_GROUPS =
      "INSERT INTO ad_group (organization_id, campaign_id, external_id, name)\n"
          + "SELECT $1, c.campaign_id, e.\"adGroupId\", coalesce(e.name, e.\"adGroupId\") FROM "
          + SAID
          + CAMPAIGN
          + " WHERE e.level = 'AD_GROUP' ON CONFLICT DO NOTHING";

  static final String RENAMED_AD_GROUPS =
      "UPDATE ad_group t SET name = e.name FROM "
          + SAID
          + CAMPAIGN
          + " WHERE e.level = 'AD_GROUP' AND t.organization_id = $1 AND t.campaign_id ="
          + " c.campaign_id AND t.external_id = e.\"adGroupId\" AND t.name <> e.name";

  static final String NEW_ADS =
      "INSERT INTO ad (organization_id, campaign_id, ad_group_id, external_id, name)\n"
          + "SELECT $1, c.campaign_id, g.ad_group_id, e.\"adId\", coalesce(e.name, e.\"adId\") FROM"
          + " "
          + SAID
          + AD_GROUP
          + " WHERE e.level = 'AD' ON CONFLICT DO NOTHING";

  static final String RENAMED_ADS =
      "UPDATE ad t SET name = e.name FROM "
          + SAID
          + AD_GROUP
          + " WHERE e.level = 'AD' AND t.organization_id = $1 AND t.campaign_id = c.campaign_id AND"
          + " t.ad_group_id = g.ad_group_id AND t.external_id = e.\"adId\" AND t.name <> e.name";

  static final String CAMPAIGN_STATES = states("CAMPAIGN", "c.campaign_id", "c.name", CAMPAIGN);
  static final String AD_GROUP_STATES = states("AD_GROUP", "g.ad_group_id", "g.name", AD_GROUP);
  static final String AD_STATES = states("AD", "a.ad_id", "a.name", AD);

  /** {@code $3} is the version from which on answers use the names. */
  static final String NAMES_FROM =
      """
      INSERT INTO campaign_history (organization_id, campaign_id, valid_from, name, status)
      SELECT $1, c.campaign_id, $3, c.name, c.status
        FROM campaign c
        LEFT JOIN LATERAL (SELECT h.name, h.status FROM campaign_history h
                            WHERE h.organization_id = $1 AND h.campaign_id = c.campaign_id
                            ORDER BY h.valid_from DESC LIMIT 1) h ON true
       WHERE c.organization_id = $1 AND c.ad_account_id = $2 AND (c.name, c.status) IS DISTINCT FROM (h.name, h.status)
      ON CONFLICT DO NOTHING
      """;

  private WriteStructure() {}

  /** A row where an entity is not what it was when it was last seen. */
  private static String states(String level, String id, String name, String joins) {
    return """
    INSERT INTO entity_state (organization_id, level, entity_id, from_day, name, status, objective, daily_budget_micros,
                              lifetime_budget_micros, shared_budget_id, start_day, end_day)
    SELECT $1, '%1$s', %2$s, $4::date, %3$s, e.status, e.objective, e."dailyBudgetMicros", e."lifetimeBudgetMicros",
           e."sharedBudgetId", e."startDay", e."endDay"
      FROM %4$s %5$s
      LEFT JOIN LATERAL (SELECT s.* FROM entity_state s
                          WHERE s.organization_id = $1 AND s.level = '%1$s' AND s.entity_id = %2$s
                          ORDER BY s.from_day DESC LIMIT 1) s ON true
     WHERE e.level = '%1$s'
       AND (%3$s, e.status, e.objective, e."dailyBudgetMicros", e."lifetimeBudgetMicros", e."sharedBudgetId", e."startDay", e."endDay")
           IS DISTINCT FROM
           (s.name, s.status, s.objective, s.daily_budget_micros, s.lifetime_budget_micros, s.shared_budget_id, s.start_day, s.end_day)
    ON CONFLICT (organization_id, level, entity_id, from_day) DO UPDATE
       SET name = excluded.name, status = excluded.status, objective = excluded.objective,
           daily_budget_micros = excluded.daily_budget_micros, lifetime_budget_micros = excluded.lifetime_budget_micros,
           shared_budget_id = excluded.shared_budget_id, start_day = excluded.start_day, end_day = excluded.end_day
    """
        .formatted(level, id, name, SAID, joins);
  }
}
