package io.outlay.domain.account.postgres;

import io.outlay.domain.account.AdAccount;
import io.outlay.domain.account.AdAccountFilter;
import io.outlay.domain.account.AdAccounts;
import io.outlay.domain.database.Database;
import io.outlay.domain.database.Nulls;
import io.outlay.domain.database.Rows;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.performance.ConversionKind;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Ad accounts from PostgreSQL. */
public final class PostgresAdAccounts implements AdAccounts {

  private static final String SQL =
      """
      SELECT a.ad_account_id, a.channel_id, a.external_id,
             name_then(a.organization_id, 'AD_ACCOUNT', a.ad_account_id, $5, a.name) AS name, a.currency_code, a.time_zone,
             a.conversion_goal, c.key AS channel_key
        FROM ad_account a JOIN channel c ON c.organization_id = a.organization_id AND c.channel_id = a.channel_id
       WHERE a.organization_id = $1
         AND ($2::bigint[] IS NULL OR a.ad_account_id = ANY($2))
         AND ($3::bigint[] IS NULL OR a.channel_id = ANY($3))
         AND ($4::bigint[] IS NULL OR a.ad_account_id = ANY($4))
       ORDER BY c.key, a.name COLLATE "C", a.ad_account_id
      """;

  private record Found(AdAccount account, String channelKey) {}

  private final Database database;

  /** Uses the given database. */
  public PostgresAdAccounts(Database database) {
    this.database = database;
  }

  @Override
  public Mono<List<AdAccount>> all(
      OrganizationId organization, Scope scope, AdAccountFilter filter) {
    return read(organization, scope, null, null)
        .filter(found -> filter.includes(found.account(), found.channelKey()))
        .map(Found::account)
        .collectList();
  }

  @Override
  public Mono<Map<Long, AdAccount>> byIds(
      OrganizationId organization, Scope scope, Set<Long> ids, @Nullable Long version) {
    return read(organization, scope, ids, version)
        .map(Found::account)
        .collect(Collectors.toMap(AdAccount::id, Function.identity()));
  }

  private Flux<Found> read(
      OrganizationId organization, Scope scope, @Nullable Set<Long> ids, @Nullable Long version) {
    List<Object> parameters =
        List.of(
            organization.value(),
            Nulls.ids(scope.adAccountIds()),
            Nulls.ids(scope.channelIds()),
            Nulls.ids(ids),
            Nulls.orNull(version, Long.class));
    return database.inOrganization(organization).query(SQL, parameters, PostgresAdAccounts::found);
  }

  private static Found found(Readable row) {
    AdAccount account =
        new AdAccount(
            Rows.get(row, "ad_account_id", Long.class),
            Rows.get(row, "channel_id", Long.class),
            Rows.get(row, "external_id", String.class),
            Rows.get(row, "name", String.class),
            Rows.get(row, "currency_code", String.class),
            Rows.get(row, "time_zone", String.class),
            ConversionKind.valueOf(Rows.get(row, "conversion_goal", String.class)));
    return new Found(account, Rows.get(row, "channel_key", String.class));
  }
}
