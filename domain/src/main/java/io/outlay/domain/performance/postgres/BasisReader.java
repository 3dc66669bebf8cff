package io.outlay.domain.performance.postgres;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.outlay.domain.account.AdAccount;
import io.outlay.domain.assumption.Assumption;
import io.outlay.domain.channel.Channel;
import io.outlay.domain.database.Database;
import io.outlay.domain.database.Nulls;
import io.outlay.domain.database.Rows;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.DataVersion;
import io.outlay.domain.performance.View;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Reads a {@link Basis} by one statement, so that all of it is of one version. */
final class BasisReader {

  /**
   * Version $2, or the last one committed by time $3 that is still kept, or the current one; then
   * what it needs.
   */
  private static final String SQL =
      """
      SELECT v.version, v.committed_at, v.version = o.data_version AS is_current,
             o.currency_code, o.time_zone,
             coalesce((SELECT f.rate_table FROM former_rate_table f
                        WHERE f.organization_id = $1 AND f.valid_to > v.version ORDER BY f.valid_to LIMIT 1), o.rate_table) AS rate_table,
             $3::timestamptz IS NOT NULL AND EXISTS (
               SELECT FROM data_version d WHERE d.organization_id = $1 AND d.version > v.version AND d.committed_at <= $3) AS is_thinned,
             (SELECT coalesce(json_agg(json_build_object('view', b.view, 'adAccountId', b.ad_account_id)), '[]')::text
                FROM (SELECT DISTINCT view, ad_account_id FROM slice WHERE organization_id = $1 AND view <> 'DELIVERY') b) AS breakdowns,
             (SELECT coalesce(json_agg(json_build_object('adAccountId', ad_account_id, 'from', history_from)), '[]')::text
                FROM platform_access WHERE organization_id = $1 AND state <> 'DISCONNECTED') AS collected,
             (SELECT coalesce(json_agg(json_build_object('id', channel_id, 'key', key, 'name', name)), '[]')::text
                FROM channel WHERE organization_id = $1) AS channels,
             (SELECT coalesce(json_agg(json_build_object('id', ad_account_id, 'channelId', channel_id,
                       'externalId', external_id, 'name', name, 'currencyCode', currency_code,
                       'timeZone', time_zone, 'conversionGoal', conversion_goal)), '[]')::text
                FROM ad_account WHERE organization_id = $1) AS accounts,
             (SELECT coalesce(json_agg(json_build_object('id', assumption_id, 'channelId', channel_id,
                       'adAccountId', ad_account_id, 'firstDay', first_day, 'lastDay', last_day,
                       'vatContained', vat_contained::text, 'agencyFee', agency_fee::text,
                       'creditShare', credit_share::text, 'keptShare', kept_share::text)
                       ORDER BY ad_account_id NULLS FIRST, channel_id NULLS FIRST, first_day), '[]')::text
                FROM assumption WHERE organization_id = $1 AND valid_from <= v.version
                 AND (valid_to IS NULL OR v.version < valid_to)) AS assumptions
        FROM organization o
        CROSS JOIN LATERAL (
          SELECT o.data_version AS version, o.version_committed_at AS committed_at
           WHERE $2::bigint IS NULL AND $3::timestamptz IS NULL
          UNION ALL
          SELECT d.version, d.committed_at FROM data_version d
           WHERE d.organization_id = $1 AND d.version = $2::bigint
          UNION ALL
          (SELECT version, committed_at
             FROM (SELECT d.version, d.committed_at FROM data_version d
                    WHERE d.organization_id = $1 AND d.committed_at <= $3::timestamptz
                      AND ($3 >= clock_timestamp() - interval '45 days'
                           OR d.version IN (SELECT k.version FROM kept_versions($1, clock_timestamp()) k))
                   UNION ALL SELECT 0, to_timestamp(0)) known
            WHERE $3::timestamptz IS NOT NULL ORDER BY version DESC LIMIT 1)) v
       WHERE o.organization_id = $1
      """;

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Database database;

  BasisReader(Database database) {
    this.database = database;
  }

  /** The newest version's; an error where the organization does not exist. */
  Mono<Basis> current(OrganizationId organization) {
    return read(organization, null, null)
        .switchIfEmpty(
            Mono.error(() -> new IllegalStateException("no such organization: " + organization)));
  }

  /** A version's; empty where that version is not known. */
  Mono<Basis> atVersion(OrganizationId organization, long version) {
    return read(organization, version, null);
  }

  /** That of the last version committed by then, as far as versions of then are kept. */
  Mono<Basis> asOf(OrganizationId organization, Instant time) {
    return read(organization, null, time);
  }

  private Mono<Basis> read(
      OrganizationId organization, @Nullable Long version, @Nullable Instant time) {
    return database
        .inOrganization(organization)
        .one(
            SQL,
            List.of(
                organization.value(),
                Nulls.orNull(version, Long.class),
                Nulls.orNull(time, Instant.class)),
            row -> basis(organization, row));
  }

  private static Basis basis(OrganizationId organization, Readable row) {
    return new Basis(
        organization,
        new DataVersion(
            Rows.get(row, "version", Long.class), Rows.get(row, "committed_at", Instant.class)),
        Rows.get(row, "is_current", Boolean.class),
        Rows.get(row, "currency_code", String.class),
        ZoneId.of(Rows.get(row, "time_zone", String.class)),
        Rows.get(row, "rate_table", String.class),
        list(row, "channels", Channel[].class).stream()
            .collect(toMap(Channel::id, Function.identity())),
        list(row, "accounts", AdAccount[].class).stream()
            .collect(toMap(AdAccount::id, Function.identity())),
        list(row, "assumptions", Assumption[].class),
        Rows.get(row, "is_thinned", Boolean.class),
        list(row, "breakdowns", DeliveredBreakdown[].class).stream()
            .collect(
                groupingBy(
                    DeliveredBreakdown::view,
                    mapping(DeliveredBreakdown::adAccountId, toUnmodifiableSet()))),
        list(row, "collected", Collected[].class).stream()
            .collect(toMap(Collected::adAccountId, Collected::from)));
  }

  /** A breakdown that was delivered for an account. */
  private record DeliveredBreakdown(View view, long adAccountId) {}

  /** First day that is collected of a connected account. */
  private record Collected(long adAccountId, LocalDate from) {}

  private static <T> List<T> list(Readable row, String column, Class<T[]> type) {
    return Arrays.asList(JSON.readValue(Rows.get(row, column, String.class), type));
  }
}
