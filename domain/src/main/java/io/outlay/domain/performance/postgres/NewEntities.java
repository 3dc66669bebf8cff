package io.outlay.domain.performance.postgres;

import io.outlay.domain.database.Session;
import io.outlay.domain.organization.OrganizationId;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Makes rows for campaigns, ad groups and ads that a staged slice mentions first. What comes
 * without a name is called by its id.
 */
final class NewEntities {

  // Numbers of entities grow from the newest slice to the oldest: the smallest has the newest name.
  private static final String CAMPAIGNS =
      """
      WITH born AS (
        INSERT INTO campaign (organization_id, ad_account_id, external_id, name, status)
        SELECT DISTINCT ON (s.ad_account_id, e.campaign) $1, s.ad_account_id, e.campaign, coalesce(e.campaign_name, e.campaign), e.campaign_status
          FROM staged_entity e
          JOIN staged_slice s USING (slice_no)
          JOIN known_entity k USING (entity_no)
         WHERE k.campaign_id IS NULL
         ORDER BY s.ad_account_id, e.campaign, e.entity_no
        ON CONFLICT DO NOTHING
        RETURNING campaign_id, name, status)
      INSERT INTO campaign_history (organization_id, campaign_id, valid_from, name, status)
      SELECT $1, campaign_id, $2, name, status FROM born
      """;

  private static final String AD_GROUPS =
      """
      INSERT INTO ad_group (organization_id, campaign_id, external_id, name)
      SELECT DISTINCT ON (campaign_id, e.ad_group) $1, coalesce(c.campaign_id, 0) AS campaign_id, e.ad_group, coalesce(e.ad_group_name, e.ad_group)
        FROM staged_entity e
        JOIN staged_slice s USING (slice_no)
        JOIN known_entity k USING (entity_no)
        LEFT JOIN campaign c ON c.organization_id = $1 AND c.ad_account_id = s.ad_account_id AND c.external_id = e.campaign
       WHERE k.ad_group_id IS NULL
       ORDER BY campaign_id, e.ad_group, e.entity_no
      ON CONFLICT DO NOTHING
      """;

  private static final String ADS =
      """
      INSERT INTO ad (organization_id, campaign_id, ad_group_id, external_id, name)
      SELECT DISTINCT ON (campaign_id, ad_group_id, e.ad) $1, coalesce(c.campaign_id, 0) AS campaign_id,
             coalesce(g.ad_group_id, 0) AS ad_group_id, e.ad, coalesce(e.ad_name, e.ad)
        FROM staged_entity e
        JOIN staged_slice s USING (slice_no)
        JOIN known_entity k USING (entity_no)
        LEFT JOIN campaign c ON c.organization_id = $1 AND c.ad_account_id = s.ad_account_id AND c.external_id = e.campaign
        LEFT JOIN ad_group g ON g.organization_id = $1 AND g.campaign_id = coalesce(c.campaign_id, 0) AND g.external_id = e.ad_group
       WHERE k.ad_id IS NULL
       ORDER BY campaign_id, ad_group_id, e.ad, e.entity_no
      ON CONFLICT DO NOTHING
      """;

  private NewEntities() {}

  /** Number of rows that were made. */
  static Mono<Long> add(Session session, OrganizationId organization, long version) {
    List<Long> parameters = List.of(organization.value());
    return Flux.concat(
            session.update(CAMPAIGNS, List.of(organization.value(), version)),
            session.update(AD_GROUPS, parameters),
            session.update(ADS, parameters))
        .reduce(0L, Long::sum);
  }
}
