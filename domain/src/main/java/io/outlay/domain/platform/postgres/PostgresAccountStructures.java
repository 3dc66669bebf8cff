package io.outlay.domain.platform.postgres;

import io.outlay.domain.database.Database;
import io.outlay.domain.database.Nulls;
import io.outlay.domain.database.Rows;
import io.outlay.domain.database.Session;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.Level;
import io.outlay.domain.platform.AccountStructures;
import io.outlay.domain.platform.EntityHistory;
import io.outlay.domain.platform.EntityState;
import io.outlay.domain.platform.NamesOfDays;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Structures of accounts in PostgreSQL. */
public final class PostgresAccountStructures implements AccountStructures {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String LOCK =
      "SELECT data_version FROM organization WHERE organization_id = $1 FOR UPDATE";

  private static final String RAISE = "SELECT next_data_version($1, NULL, NULL, '{}') AS version";

  private static final String HISTORY =
      """
      SELECT entity_id, from_day, name, status, objective, daily_budget_micros, lifetime_budget_micros, start_day, end_day
        FROM entity_state WHERE organization_id = $1 AND level = $2 AND entity_id = ANY($3)
       ORDER BY entity_id, from_day
      """;

  private static final String NAMES =
      """
      SELECT entity_id, from_day, name
        FROM (SELECT entity_id, from_day, name, lag(name) OVER w AS name_before,
                     min(name) OVER e <> max(name) OVER e AS is_renamed
                FROM entity_state WHERE organization_id = $1 AND level = $2 AND entity_id = ANY($3)
              WINDOW e AS (PARTITION BY entity_id), w AS (PARTITION BY entity_id ORDER BY from_day)) named
       WHERE is_renamed AND name IS DISTINCT FROM name_before
      """;

  /**
   * Of accounts only versions tell when they were renamed; each has a day in the account's zone.
   */
  private static final String NAMES_OF_ACCOUNTS =
      """
      WITH former AS (
        SELECT f.entity_id, f.valid_to, f.name, (v.committed_at AT TIME ZONE a.time_zone)::date AS until_day
          FROM former_name f
          JOIN ad_account a ON a.organization_id = $1 AND a.ad_account_id = f.entity_id
          JOIN data_version v ON v.organization_id = $1 AND v.version = f.valid_to
         WHERE f.organization_id = $1 AND f.kind = $2 AND f.entity_id = ANY($3))
      SELECT entity_id, coalesce(lag(until_day) OVER (PARTITION BY entity_id ORDER BY valid_to), DATE '0001-01-01') AS from_day, name
        FROM former
      UNION ALL
      SELECT a.ad_account_id, max(f.until_day), a.name
        FROM former f JOIN ad_account a ON a.organization_id = $1 AND a.ad_account_id = f.entity_id
       GROUP BY a.ad_account_id, a.name
      """;

  private final Database database;

  /** Uses the given database. */
  public PostgresAccountStructures(Database database) {
    this.database = database;
  }

  @Override
  public Mono<Long> takeOver(
      OrganizationId organization, long adAccountId, LocalDate today, List<EntityState> states) {
    List<Object> values =
        List.of(organization.value(), adAccountId, JSON.writeValueAsString(states));
    return database
        .inOrganization(organization)
        .transaction(
            session ->
                session
                    .query(LOCK, List.of(organization.value()), row -> true)
                    .single()
                    .flatMap(held -> write(session, values, today))
                    .delayUntil(
                        changed ->
                            changed == 0
                                ? Mono.empty()
                                : nameFrom(session, organization, adAccountId)))
        .single();
  }

  @Override
  public Mono<Map<Long, List<EntityHistory>>> history(
      OrganizationId organization, Level level, Set<Long> ids) {
    return database
        .inOrganization(organization)
        .query(
            HISTORY,
            List.of(organization.value(), level.name(), Nulls.ids(ids)),
            PostgresAccountStructures::entry)
        .collect(Collectors.groupingBy(EntityHistory::id));
  }

  @Override
  public Mono<NamesOfDays> names(OrganizationId organization, Level level, Set<Long> ids) {
    boolean isAccount = level == Level.ACCOUNT;
    return database
        .inOrganization(organization)
        .query(
            isAccount ? NAMES_OF_ACCOUNTS : NAMES,
            List.of(organization.value(), isAccount ? "AD_ACCOUNT" : level.name(), Nulls.ids(ids)),
            row ->
                new NamesOfDays.NameSince(
                    Rows.get(row, "entity_id", Long.class),
                    Rows.get(row, "from_day", LocalDate.class),
                    Rows.get(row, "name", String.class)))
        .collectList()
        .map(NamesOfDays::new);
  }

  private static Mono<Long> write(Session session, List<Object> values, LocalDate today) {
    List<Object> dated = List.of(values.get(0), values.get(1), values.get(2), today);
    return Flux.concat(
            session.update(WriteStructure.NEW_CAMPAIGNS, values),
            session.update(WriteStructure.CHANGED_CAMPAIGNS, values),
            session.update(WriteStructure.NEW_AD_GROUPS, values),
            session.update(WriteStructure.RENAMED_AD_GROUPS, values),
            session.update(WriteStructure.NEW_ADS, values),
            session.update(WriteStructure.RENAMED_ADS, values),
            session.update(WriteStructure.CAMPAIGN_STATES, dated),
            session.update(WriteStructure.AD_GROUP_STATES, dated),
            session.update(WriteStructure.AD_STATES, dated))
        .reduce(0L, Long::sum);
  }

  private static Mono<Long> nameFrom(
      Session session, OrganizationId organization, long adAccountId) {
    return session
        .query(RAISE, List.of(organization.value()), row -> Rows.get(row, "version", Long.class))
        .single()
        .flatMap(
            version ->
                session.update(
                    WriteStructure.NAMES_FROM,
                    List.of(organization.value(), adAccountId, version)));
  }

  private static EntityHistory entry(Readable row) {
    return new EntityHistory(
        Rows.get(row, "entity_id", Long.class),
        Rows.get(row, "from_day", LocalDate.class),
        Rows.get(row, "name", String.class),
        Rows.get(row, "status", String.class),
        row.get("objective", String.class),
        row.get("daily_budget_micros", Long.class),
        row.get("lifetime_budget_micros", Long.class),
        row.get("start_day", LocalDate.class),
        row.get("end_day", LocalDate.class));
  }
}
