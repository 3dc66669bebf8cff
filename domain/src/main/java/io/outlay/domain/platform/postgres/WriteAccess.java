package io.outlay.domain.platform.postgres;

import io.outlay.domain.database.Rows;
import io.outlay.domain.database.Session;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.AdAccountDetails;
import io.outlay.domain.performance.AdAccountKey;
import io.outlay.domain.platform.AccessSettings;
import io.outlay.domain.platform.PlatformAccess;
import java.util.List;
import reactor.core.publisher.Mono;

/** Writes an account and its access within one transaction. */
final class WriteAccess {

  private static final String CHANNEL =
      "INSERT INTO channel (organization_id, key, name) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";

  /** What the platform says about its account is true, whatever an import assumed. */
  private static final String ACCOUNT =
      """
      INSERT INTO ad_account (organization_id, channel_id, external_id, name, currency_code, time_zone, conversion_goal)
      SELECT $1, channel_id, $3, $4, $5, $6, $7 FROM channel WHERE organization_id = $1 AND key = $2
      ON CONFLICT (organization_id, channel_id, external_id) DO UPDATE
         SET name = excluded.name, currency_code = excluded.currency_code, time_zone = excluded.time_zone,
             conversion_goal = excluded.conversion_goal
      RETURNING ad_account_id
      """;

  private static final String ACCESS =
      """
      INSERT INTO platform_access
        (organization_id, ad_account_id, api_version, conversion_goal, action_kinds, attribution_basis, look_back_days,
         longest_window_days, sync_minutes, history_from, takes_over, state, state_detail, state_since, connected_at, next_sync_at)
      VALUES ($1, $2, $3, $4, $5::jsonb, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
      ON CONFLICT (organization_id, ad_account_id) DO UPDATE
         SET api_version = excluded.api_version, conversion_goal = excluded.conversion_goal, action_kinds = excluded.action_kinds,
             attribution_basis = excluded.attribution_basis, look_back_days = excluded.look_back_days,
             longest_window_days = excluded.longest_window_days, sync_minutes = excluded.sync_minutes,
             history_from = excluded.history_from, takes_over = excluded.takes_over, state = excluded.state,
             state_detail = excluded.state_detail, state_since = excluded.state_since, connected_at = excluded.connected_at,
             next_sync_at = excluded.next_sync_at
      """;

  private static final String RAISE =
      "SELECT next_data_version($1, NULL, NULL, ARRAY[$2]::text[]) AS version";

  private WriteAccess() {}

  /** The account's number. */
  static Mono<Long> account(Session session, AdAccountKey account, AdAccountDetails details) {
    long organization = account.organization().value();
    return session
        .update(CHANNEL, List.of(organization, account.channel(), details.channelName()))
        .flatMap(
            done ->
                session
                    .query(
                        ACCOUNT,
                        List.of(
                            organization,
                            account.channel(),
                            account.externalId(),
                            details.name(),
                            details.currencyCode(),
                            details.timeZone(),
                            details.conversionGoal().name()),
                        row -> Rows.get(row, "ad_account_id", Long.class))
                    .single());
  }

  static Mono<Long> access(Session session, PlatformAccess access) {
    AccessSettings settings = access.settings();
    return session.update(
        ACCESS,
        List.of(
            access.account().organization().value(),
            access.adAccountId(),
            settings.apiVersion(),
            settings.mapping().goal().name(),
            AccessRows.kinds(settings.mapping()),
            settings.mapping().attributionBasis(),
            settings.lookBackDays(),
            settings.longestWindowDays(),
            (int) settings.syncEvery().toMinutes(),
            settings.historyFrom(),
            settings.takesOver(),
            access.state().name(),
            access.stateDetail(),
            access.stateSince(),
            access.connectedAt(),
            access.nextSyncAt()));
  }

  /** Answers about the account change; caches must not keep the old ones. */
  static Mono<Long> raise(Session session, OrganizationId organization, String channel) {
    return session
        .query(
            RAISE,
            List.of(organization.value(), channel),
            row -> Rows.get(row, "version", Long.class))
        .single();
  }
}
