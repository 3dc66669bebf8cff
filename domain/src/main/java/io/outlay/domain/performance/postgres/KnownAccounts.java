package io.outlay.domain.performance.postgres;

import io.outlay.domain.database.Session;
import io.outlay.domain.organization.OrganizationId;
import java.util.List;
import reactor.core.publisher.Mono;

/** Makes channels and accounts known that a slice mentions first. Known ones stay as they are. */
final class KnownAccounts {

  private static final String CHANNELS =
      """
      INSERT INTO channel (organization_id, key, name)
      SELECT DISTINCT ON (s.channel) $1, s.channel, s.channel_name
        FROM staged_slice s
       WHERE NOT EXISTS (SELECT FROM channel c WHERE c.organization_id = $1 AND c.key = s.channel)
       ORDER BY s.channel, s.sequence DESC
      ON CONFLICT DO NOTHING
      """;

  private static final String ACCOUNTS =
      """
      INSERT INTO ad_account (organization_id, channel_id, external_id, name, currency_code, time_zone, conversion_goal)
      SELECT DISTINCT ON (c.channel_id, s.account) $1, c.channel_id, s.account, s.account_name, s.currency_code, s.time_zone, s.conversion_goal
        FROM staged_slice s
        JOIN channel c ON c.organization_id = $1 AND c.key = s.channel
       WHERE NOT EXISTS (SELECT FROM ad_account a
                          WHERE a.organization_id = $1 AND a.channel_id = c.channel_id AND a.external_id = s.account)
       ORDER BY c.channel_id, s.account, s.sequence DESC
      ON CONFLICT DO NOTHING
      """;

  private static final String POINT =
      """
      UPDATE staged_slice s SET ad_account_id = a.ad_account_id
        FROM channel c
        JOIN ad_account a ON a.organization_id = $1 AND a.channel_id = c.channel_id
       WHERE c.organization_id = $1 AND c.key = s.channel AND a.external_id = s.account
      """;

  private KnownAccounts() {}

  /** Afterwards each staged slice points to its account. */
  static Mono<Void> make(Session session, OrganizationId organization) {
    List<Long> parameters = List.of(organization.value());
    return session
        .update(POINT, parameters)
        .then(Mono.defer(() -> missing(session)))
        .flatMap(
            missing ->
                missing == 0
                    ? Mono.empty()
                    : session
                        .update(CHANNELS, parameters)
                        .then(session.update(ACCOUNTS, parameters))
                        .then(session.update(POINT, parameters)))
        .then();
  }

  private static Mono<Long> missing(Session session) {
    return session
        .query(
            "SELECT count(*) FROM staged_slice WHERE ad_account_id IS NULL",
            List.of(),
            row -> Rows.number(row, 0))
        .single();
  }
}
