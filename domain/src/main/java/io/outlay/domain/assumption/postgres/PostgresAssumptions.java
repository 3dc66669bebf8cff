package io.outlay.domain.assumption.postgres;

import io.outlay.domain.assumption.Assumption;
import io.outlay.domain.assumption.Assumptions;
import io.outlay.domain.audit.Audit;
import io.outlay.domain.audit.postgres.AuditLog;
import io.outlay.domain.database.Database;
import io.outlay.domain.database.Nulls;
import io.outlay.domain.database.Rows;
import io.outlay.domain.database.Session;
import io.outlay.domain.organization.OrganizationId;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Assumptions in PostgreSQL. Replaced ones are kept for answers as of before. */
public final class PostgresAssumptions implements Assumptions {

  private static final String ALL =
      """
      SELECT assumption_id, channel_id, ad_account_id, first_day, last_day, vat_contained, agency_fee,
             credit_share, kept_share
        FROM assumption WHERE organization_id = $1 AND valid_to IS NULL
       ORDER BY ad_account_id NULLS FIRST, channel_id NULLS FIRST, first_day, assumption_id
      """;

  private static final String LOCK =
      "SELECT data_version FROM organization WHERE organization_id = $1 FOR UPDATE";

  private static final String RAISE = "SELECT next_data_version($1, NULL, NULL, '{}') AS version";

  private static final String END =
      "UPDATE assumption SET valid_to = $2 WHERE organization_id = $1 AND valid_to IS NULL";

  private static final String BEGIN =
      """
      INSERT INTO assumption (organization_id, channel_id, ad_account_id, first_day, last_day,
                              vat_contained, agency_fee, credit_share, kept_share, valid_from)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
      """;

  private final Database database;
  private final AuditLog log;

  /** Uses the given database. */
  public PostgresAssumptions(Database database) {
    this.database = database;
    this.log = new AuditLog(database);
  }

  @Override
  public Mono<List<Assumption>> all(OrganizationId organization) {
    return database
        .inOrganization(organization)
        .query(ALL, List.of(organization.value()), PostgresAssumptions::assumption)
        .collectList();
  }

  @Override
  public Mono<Change> replace(
      OrganizationId organization, List<Assumption> assumptions, Audit<Change> audit) {
    return database
        .inOrganization(organization)
        .transaction(session -> replace(session, organization, assumptions, audit))
        .single();
  }

  /** The same within a transaction of the organization that changes something else too. */
  public Mono<Change> replace(
      Session session,
      OrganizationId organization,
      List<Assumption> assumptions,
      Audit<Change> audit) {
    List<Object> own = List.of(organization.value());
    return session
        .query(LOCK, own, row -> true)
        .then(all(session, own))
        .flatMap(
            before ->
                told(before).equals(told(assumptions))
                    ? Mono.just(new Change(before, before))
                    : write(session, own, assumptions)
                        .then(all(session, own))
                        .map(after -> new Change(before, after))
                        .flatMap(made -> log.append(session, audit, made)));
  }

  private static Mono<Void> write(Session session, List<Object> own, List<Assumption> assumptions) {
    return session
        .query(RAISE, own, row -> Rows.get(row, "version", Long.class))
        .single()
        .flatMap(
            version ->
                session
                    .update(END, List.of(own.getFirst(), version))
                    .thenMany(Flux.fromIterable(assumptions))
                    .concatMap(one -> session.update(BEGIN, values(own.getFirst(), one, version)))
                    .then());
  }

  private static Mono<List<Assumption>> all(Session session, List<Object> own) {
    return session.query(ALL, own, PostgresAssumptions::assumption).collectList();
  }

  /** What assumptions say, whatever their numbers and order. */
  private static List<String> told(List<Assumption> assumptions) {
    return assumptions.stream()
        .map(
            one ->
                new Assumption(
                        0,
                        one.channelId(),
                        one.adAccountId(),
                        one.firstDay(),
                        one.lastDay(),
                        one.vatContained().stripTrailingZeros(),
                        one.agencyFee().stripTrailingZeros(),
                        one.creditShare().stripTrailingZeros(),
                        one.keptShare().stripTrailingZeros())
                    .toString())
        .sorted()
        .toList();
  }

  private static List<Object> values(Object organization, Assumption one, long version) {
    return List.of(
        organization,
        Nulls.orNull(one.channelId(), Long.class),
        Nulls.orNull(one.adAccountId(), Long.class),
        one.firstDay(),
        Nulls.orNull(one.lastDay(), LocalDate.class),
        one.vatContained(),
        one.agencyFee(),
        one.creditShare(),
        one.keptShare(),
        version);
  }

  private static Assumption assumption(Readable row) {
    return new Assumption(
        Rows.get(row, "assumption_id", Long.class),
        row.get("channel_id", Long.class),
        row.get("ad_account_id", Long.class),
        Rows.get(row, "first_day", LocalDate.class),
        row.get("last_day", LocalDate.class),
        Rows.get(row, "vat_contained", BigDecimal.class),
        Rows.get(row, "agency_fee", BigDecimal.class),
        Rows.get(row, "credit_share", BigDecimal.class),
        Rows.get(row, "kept_share", BigDecimal.class));
  }
}
