package io.outlay.domain.performance.postgres;

import io.outlay.domain.database.Session;
import io.outlay.domain.organization.OrganizationId;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes over new names and a new status; what a campaign was called before stays known. */
final class RenamedEntities {

  private static final String CAMPAIGNS =
      """
      WITH said AS (
        SELECT DISTINCT ON (k.campaign_id) k.campaign_id, e.campaign_name, e.campaign_status
          FROM staged_entity e JOIN known_entity k USING (entity_no) JOIN staged_slice s USING (slice_no)
         WHERE k.campaign_id <> 0 AND s.verdict <> 'OLDER'
         ORDER BY k.campaign_id, e.entity_no),
      renamed AS (
        UPDATE campaign c SET name = coalesce(said.campaign_name, c.name), status = coalesce(said.campaign_status, c.status)
          FROM said
         WHERE c.organization_id = $1 AND c.campaign_id = said.campaign_id
           AND (c.name, c.status) IS DISTINCT FROM (coalesce(said.campaign_name, c.name), coalesce(said.campaign_status, c.status))
        RETURNING c.campaign_id, c.name, c.status)
      INSERT INTO campaign_history (organization_id, campaign_id, valid_from, name, status)
      SELECT $1, campaign_id, $2, name, status FROM renamed
      """;

  private static final String AD_GROUPS =
      """
      UPDATE ad_group g SET name = said.ad_group_name
        FROM (SELECT DISTINCT ON (k.ad_group_id) k.ad_group_id, e.ad_group_name
                FROM staged_entity e JOIN known_entity k USING (entity_no) JOIN staged_slice s USING (slice_no)
               WHERE s.verdict <> 'OLDER' AND k.ad_group_id <> 0 AND e.ad_group_name IS NOT NULL
               ORDER BY k.ad_group_id, e.entity_no) said
       WHERE g.organization_id = $1 AND g.ad_group_id = said.ad_group_id AND g.name <> said.ad_group_name
      """;

  private static final String ADS =
      """
      UPDATE ad a SET name = said.ad_name
        FROM (SELECT DISTINCT ON (k.ad_id) k.ad_id, e.ad_name
                FROM staged_entity e JOIN known_entity k USING (entity_no) JOIN staged_slice s USING (slice_no)
               WHERE s.verdict <> 'OLDER' AND k.ad_id <> 0 AND e.ad_name IS NOT NULL
               ORDER BY k.ad_id, e.entity_no) said
       WHERE a.organization_id = $1 AND a.ad_id = said.ad_id AND a.name <> said.ad_name
      """;

  private RenamedEntities() {}

  /** Number of rows that were renamed. */
  static Mono<Long> rename(Session session, OrganizationId organization, long version) {
    List<Long> parameters = List.of(organization.value());
    return Flux.concat(
            session.update(CAMPAIGNS, List.of(organization.value(), version)),
            session.update(AD_GROUPS, parameters),
            session.update(ADS, parameters))
        .reduce(0L, Long::sum);
  }
}
