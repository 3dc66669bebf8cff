package io.outlay.domain.spendimport.postgres;

import io.outlay.domain.database.Database;
import io.outlay.domain.database.Nulls;
import io.outlay.domain.database.Session;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.performance.ConversionKind;
import io.outlay.domain.performance.FactRow;
import io.outlay.domain.performance.Level;
import io.outlay.domain.performance.Period;
import io.outlay.domain.spendimport.ImportTargets;
import io.outlay.domain.spendimport.ImportedLabel;
import io.outlay.domain.spendimport.KnownAccount;
import io.outlay.domain.spendimport.StoredSlice;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the tables an import is about to change, and writes campaign labels. */
public final class PostgresImportTargets implements ImportTargets {

  private static final String ACCOUNTS =
      """
      SELECT a.external_id, a.name, c.name AS channel_name, a.currency_code, a.time_zone, a.conversion_goal
        FROM ad_account a JOIN channel c ON c.organization_id = a.organization_id AND c.channel_id = a.channel_id
       WHERE a.organization_id = $1 AND c.key = $2 AND a.external_id = ANY($3)\
      """;

  private static final String OUTSIDE =
      """
      SELECT given.external_id FROM unnest($3::text[]) AS given (external_id)
       WHERE NOT EXISTS (
         SELECT FROM channel c
           LEFT JOIN ad_account a ON a.organization_id = c.organization_id AND a.channel_id = c.channel_id
                                 AND a.external_id = given.external_id
          WHERE c.organization_id = $1 AND c.key = $2
            AND ($4::bigint[] IS NULL OR a.ad_account_id = ANY ($4)) AND ($5::bigint[] IS NULL OR c.channel_id = ANY ($5)))
       ORDER BY given.external_id\
      """;

  private static final String SLICES =
      """
      SELECT a.external_id, s.slice_id, s.source, s.first_day, s.last_day, s.level, s.row_count
        FROM slice s
        JOIN ad_account a ON a.organization_id = s.organization_id AND a.ad_account_id = s.ad_account_id
        JOIN channel c ON c.organization_id = a.organization_id AND c.channel_id = a.channel_id
       WHERE s.organization_id = $1 AND c.key = $2 AND a.external_id = ANY($3) AND s.measurer = 'PLATFORM' AND s.view = 'DELIVERY'
         AND s.last_day >= $4 AND s.first_day <= $5 AND s.superseded_sequence IS NULL
       ORDER BY a.external_id, s.first_day\
      """;

  private static final String LABEL =
      """
      INSERT INTO campaign_label (organization_id, campaign_id, key, value, origin)
      SELECT $1, campaign.campaign_id, given.key, given.value, 'SET'
        FROM unnest($3::text[], $4::text[], $5::text[], $6::text[]) AS given (account, campaign, key, value)
        JOIN channel ON channel.organization_id = $1 AND channel.key = $2
        JOIN ad_account ON ad_account.organization_id = $1 AND ad_account.channel_id = channel.channel_id
                       AND ad_account.external_id = given.account
        JOIN campaign ON campaign.organization_id = $1 AND campaign.ad_account_id = ad_account.ad_account_id
                     AND campaign.external_id = given.campaign
      ON CONFLICT (organization_id, campaign_id, key) DO UPDATE SET value = excluded.value, origin = excluded.origin
       WHERE campaign_label.value <> excluded.value OR campaign_label.origin <> excluded.origin\
      """;

  private final Database database;

  /** Uses the given database. */
  public PostgresImportTargets(Database database) {
    this.database = database;
  }

  @Override
  public Flux<KnownAccount> accounts(
      OrganizationId organization, String channel, Set<String> accountIds) {
    return database
        .inOrganization(organization)
        .query(
            ACCOUNTS,
            List.of(organization.value(), channel, accountIds.toArray(String[]::new)),
            PostgresImportTargets::account);
  }

  @Override
  public Flux<String> outside(
      OrganizationId organization, Scope scope, String channel, Set<String> accountIds) {
    if (scope.isEverything()) {
      return Flux.empty();
    }
    return database
        .inOrganization(organization)
        .query(
            OUTSIDE,
            List.of(
                organization.value(),
                channel,
                accountIds.toArray(String[]::new),
                Nulls.ids(scope.adAccountIds()),
                Nulls.ids(scope.channelIds())),
            row -> text(row, "external_id"));
  }

  @Override
  public Mono<ZoneId> timeZone(OrganizationId organization) {
    return database
        .inOrganization(organization)
        .one(
            "SELECT time_zone FROM organization WHERE organization_id = $1",
            List.of(organization.value()),
            row -> ZoneId.of(text(row, "time_zone")));
  }

  @Override
  public Flux<StoredSlice> slices(
      OrganizationId organization, String channel, Set<String> accountIds, Period span) {
    return database
        .inOrganization(organization)
        .query(
            SLICES,
            List.of(
                organization.value(),
                channel,
                accountIds.toArray(String[]::new),
                span.firstDay(),
                span.lastDay()),
            PostgresImportTargets::slice);
  }

  @Override
  public Flux<FactRow> rows(OrganizationId organization, StoredSlice slice) {
    return database
        .inOrganization(organization)
        .query(
            StoredRows.SQL,
            List.of(organization.value(), slice.period().lastDay(), slice.sliceId()),
            StoredRows::row);
  }

  @Override
  public Mono<Long> label(OrganizationId organization, String channel, List<ImportedLabel> labels) {
    if (labels.isEmpty()) {
      return Mono.just(0L);
    }
    return database
        .inOrganization(organization)
        .transaction(session -> label(session, organization, channel, labels))
        .single();
  }

  /** Labels change answers, so they raise the data version where they change anything. */
  private static Mono<Long> label(
      Session session, OrganizationId organization, String channel, List<ImportedLabel> labels) {
    return session
        .update(
            LABEL,
            List.of(
                organization.value(),
                channel,
                column(labels, ImportedLabel::accountId),
                column(labels, ImportedLabel::campaignId),
                column(labels, ImportedLabel::key),
                column(labels, ImportedLabel::value)))
        .flatMap(
            changed ->
                changed == 0
                    ? Mono.just(0L)
                    : raise(session, organization, channel).thenReturn(changed));
  }

  private static Mono<Long> raise(Session session, OrganizationId organization, String channel) {
    return session
        .query(
            "SELECT next_data_version($1, NULL, NULL, $2) AS version",
            List.of(organization.value(), new String[] {channel}),
            row -> Objects.requireNonNull(row.get("version", Long.class)))
        .single();
  }

  private static String[] column(List<ImportedLabel> labels, Function<ImportedLabel, String> part) {
    return labels.stream().map(part).toArray(String[]::new);
  }

  private static KnownAccount account(Readable row) {
    return new KnownAccount(
        text(row, "external_id"),
        text(row, "name"),
        text(row, "channel_name"),
        text(row, "currency_code"),
        text(row, "time_zone"),
        ConversionKind.valueOf(text(row, "conversion_goal")));
  }

  private static StoredSlice slice(Readable row) {
    return new StoredSlice(
        text(row, "external_id"),
        Objects.requireNonNull(row.get("slice_id", Long.class)),
        text(row, "source"),
        new Period(day(row, "first_day"), day(row, "last_day")),
        Level.valueOf(text(row, "level")),
        Objects.requireNonNull(row.get("row_count", Integer.class)));
  }

  private static LocalDate day(Readable row, String column) {
    return Objects.requireNonNull(row.get(column, LocalDate.class), column);
  }

  private static String text(Readable row, String column) {
    return Objects.requireNonNull(row.get(column, String.class), column);
  }
}
