package io.outlay.domain.userevent.postgres;

import io.outlay.domain.database.Session;
import io.outlay.domain.organization.OrganizationId;
import java.util.List;
import reactor.core.publisher.Mono;

/** Makes users of ids that nobody was known by yet, in the order in which they are told. */
final class NewUsers {

  private static final String SQL =
      """
      WITH named AS (
        SELECT identity, min(line) AS line
          FROM (SELECT identity, line FROM staged_user_event
                UNION ALL
                SELECT other_identity, line FROM staged_user_event WHERE type = 'IDS_LINKED') n
         GROUP BY identity),
      missing AS (
        SELECT n.identity FROM named n
         WHERE NOT EXISTS (SELECT FROM user_identity i WHERE i.organization_id = $1 AND i.external_id = n.identity)
         ORDER BY n.line),
      born AS (
        INSERT INTO app_user (organization_id, external_id) SELECT $1, identity FROM missing
        RETURNING user_id, external_id)
      INSERT INTO user_identity (organization_id, external_id, user_id) SELECT $1, external_id, user_id FROM born
      """;

  private NewUsers() {}

  /** Number of users made. */
  static Mono<Long> make(Session session, OrganizationId organization) {
    return session.update(SQL, List.of(organization.value()));
  }
}
