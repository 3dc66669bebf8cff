package io.outlay.domain.performance.postgres;

import io.outlay.domain.database.Session;
import io.outlay.domain.organization.OrganizationId;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Finds the numbers of campaigns, ad groups, ads and segments, and makes the missing ones. Names
 * follow the newest slice of a batch; where nothing is new, nothing is written.
 */
final class KnownEntities {

  private static final String FIND =
      """
      INSERT INTO known_entity
      SELECT e.entity_no,
             CASE WHEN e.campaign IS NULL THEN 0 ELSE c.campaign_id END,
             CASE WHEN e.ad_group IS NULL THEN 0 ELSE g.ad_group_id END,
             CASE WHEN e.ad IS NULL THEN 0 ELSE a.ad_id END,
             s.verdict <> 'OLDER' AND (
               coalesce(e.campaign_name <> c.name, false) OR coalesce(e.ad_group_name <> g.name, false) OR coalesce(e.ad_name <> a.name, false)
               OR (c.campaign_id IS NOT NULL AND e.campaign_status IS NOT NULL AND e.campaign_status IS DISTINCT FROM c.status))
        FROM staged_entity e
        JOIN staged_slice s USING (slice_no)
        LEFT JOIN campaign c ON c.organization_id = $1 AND c.ad_account_id = s.ad_account_id AND c.external_id = e.campaign
        LEFT JOIN ad_group g ON g.organization_id = $1 AND g.external_id = e.ad_group
              AND g.campaign_id = CASE WHEN e.campaign IS NULL THEN 0 ELSE c.campaign_id END
        LEFT JOIN ad a ON a.organization_id = $1 AND a.external_id = e.ad
              AND a.campaign_id = CASE WHEN e.campaign IS NULL THEN 0 ELSE c.campaign_id END
              AND a.ad_group_id = CASE WHEN e.ad_group IS NULL THEN 0 ELSE g.ad_group_id END
      """;

  private static final String SEGMENTS =
      """
      WITH found AS (
        SELECT t.segment_no, g.segment_id, t.country, t.age_range, t.gender, t.device, t.attribution_window
          FROM staged_segment t
          LEFT JOIN segment g ON g.organization_id = $1
               AND (g.country, g.age_range, g.gender, g.device, g.attribution_window) IS NOT DISTINCT FROM (t.country, t.age_range, t.gender, t.device, t.attribution_window)),
      born AS (
        INSERT INTO segment (organization_id, country, age_range, gender, device, attribution_window)
        SELECT $1, country, age_range, gender, device, attribution_window FROM found WHERE segment_id IS NULL
        RETURNING segment_id, country, age_range, gender, device, attribution_window)
      INSERT INTO known_segment
      SELECT segment_no, segment_id FROM found WHERE segment_id IS NOT NULL
      UNION ALL
      SELECT f.segment_no, b.segment_id FROM found f
        JOIN born b ON (b.country, b.age_range, b.gender, b.device, b.attribution_window) IS NOT DISTINCT FROM (f.country, f.age_range, f.gender, f.device, f.attribution_window)
      UNION ALL
      SELECT 0, 0
      """;

  private static final String STATE =
      """
      SELECT count(*) FILTER (WHERE campaign_id IS NULL OR ad_group_id IS NULL OR ad_id IS NULL) AS missing,
             count(*) FILTER (WHERE is_renamed) AS renamed
        FROM known_entity
      """;

  private KnownEntities() {}

  /**
   * Afterwards {@code known_entity} and {@code known_segment} hold a number for each staged one.
   *
   * @return true when something is new or was renamed
   */
  static Mono<Boolean> make(Session session, OrganizationId organization, long version) {
    List<Long> parameters = List.of(organization.value());
    return session
        .update(SEGMENTS, parameters)
        .then(session.update(FIND, parameters))
        .then(Mono.defer(() -> state(session)))
        .flatMap(state -> complete(session, organization, version, state));
  }

  private static Mono<Boolean> complete(
      Session session, OrganizationId organization, long version, State state) {
    if (state.missing() == 0 && state.renamed() == 0) {
      return Mono.just(false);
    }
    Mono<Long> renamed =
        state.renamed() == 0
            ? Mono.just(0L)
            : RenamedEntities.rename(session, organization, version);
    Mono<Long> born =
        state.missing() == 0 ? Mono.just(0L) : NewEntities.add(session, organization, version);
    return renamed
        .zipWhen(count -> born, Long::sum)
        .flatMap(count -> findAgain(session, organization).thenReturn(count > 0));
  }

  private static Mono<Long> findAgain(Session session, OrganizationId organization) {
    return session
        .update("DELETE FROM known_entity", List.of())
        .then(session.update(FIND, List.of(organization.value())));
  }

  private static Mono<State> state(Session session) {
    return session
        .query(
            STATE,
            List.of(),
            row ->
                new State(
                    Rows.value(row, "missing", Long.class), Rows.value(row, "renamed", Long.class)))
        .single();
  }

  private record State(long missing, long renamed) {}
}
