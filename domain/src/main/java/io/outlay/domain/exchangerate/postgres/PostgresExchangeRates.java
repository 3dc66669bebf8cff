package io.outlay.domain.exchangerate.postgres;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.audit.postgres.AuditLog;
import io.outlay.domain.database.Database;
import io.outlay.domain.database.Nulls;
import io.outlay.domain.database.Rows;
import io.outlay.domain.database.Session;
import io.outlay.domain.error.BadRequest;
import io.outlay.domain.exchangerate.ExchangeRate;
import io.outlay.domain.exchangerate.ExchangeRatePage;
import io.outlay.domain.exchangerate.ExchangeRateQuery;
import io.outlay.domain.exchangerate.ExchangeRates;
import io.outlay.domain.exchangerate.Quotation;
import io.outlay.domain.exchangerate.RateSource;
import io.outlay.domain.exchangerate.RatesImported;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.DateRange;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Exchange rates from PostgreSQL. */
public final class PostgresExchangeRates implements ExchangeRates {

  private static final long SHARED = 0;
  private static final Pattern TABLE_NAME = Pattern.compile("[A-Z0-9_]{1,32}");

  private static final String WANTED =
      """
        FROM exchange_rate r
       WHERE r.organization_id = CASE coalesce($2, (SELECT rate_table FROM organization WHERE organization_id = $1))
                                   WHEN 'ECB' THEN 0 ELSE $1 END
         AND r.table_name = coalesce($2, (SELECT rate_table FROM organization WHERE organization_id = $1))
         AND ($3::text[] IS NULL OR r.currency_code = ANY($3))
         AND ($4::date IS NULL OR r.day >= $4) AND ($5::date IS NULL OR r.day <= $5)
      """;

  private static final String PAGE =
      "SELECT r.table_name, r.day, r.currency_code, r.per_euro, r.quoted_on, r.source"
          + WANTED
          + """
             AND ($6::date IS NULL OR r.day < $6 OR r.day = $6 AND r.currency_code > $7)
           ORDER BY r.day DESC, r.currency_code LIMIT $8
          """;

  private static final String RAISE_ALL =
      "SELECT next_data_version(organization_id, NULL, NULL, '{}') FROM organization ORDER BY"
          + " organization_id";

  private final Database database;
  private final AuditLog log;

  /** Uses the given database. */
  public PostgresExchangeRates(Database database) {
    this.database = database;
    this.log = new AuditLog(database);
  }

  @Override
  public Mono<ExchangeRatePage> page(ExchangeRateQuery query) {
    List<Object> parameters = new ArrayList<>(wanted(query));
    ExchangeRateQuery.Position after = query.after();
    parameters.add(Nulls.orNull(after == null ? null : after.day(), LocalDate.class));
    parameters.add(Nulls.orNull(after == null ? null : after.currencyCode(), String.class));
    parameters.add(query.first() + 1);
    return database
        .inOrganization(query.organization())
        .query(PAGE, parameters, PostgresExchangeRates::rate)
        .collectList()
        .map(found -> page(found, query.first()));
  }

  @Override
  public Mono<Long> count(ExchangeRateQuery query) {
    return database
        .inOrganization(query.organization())
        .one(
            "SELECT count(*) AS rates" + WANTED,
            wanted(query),
            row -> Rows.get(row, "rates", Long.class));
  }

  @Override
  public Mono<Boolean> isKnown(OrganizationId organization, String table) {
    if (table.equals(SHARED_TABLE)) {
      return Mono.just(true);
    }
    return database
        .inOrganization(organization)
        .one(
            "SELECT EXISTS (SELECT FROM exchange_rate WHERE organization_id = $1 AND table_name ="
                + " $2) AS known",
            List.of(organization.value(), table),
            row -> Rows.get(row, "known", Boolean.class));
  }

  @Override
  public Mono<RatesImported> importOwn(
      OrganizationId organization,
      String table,
      Flux<Quotation> quotations,
      Audit<RatesImported> audit) {
    if (table.equals(SHARED_TABLE) || !TABLE_NAME.matcher(table).matches()) {
      return Mono.error(
          BadRequest.of("table", table, "1 to 32 characters of A-Z 0-9 _, and not ECB"));
    }
    return database
        .inOrganization(organization)
        .transaction(
            session ->
                new MergeRates(session, organization.value(), table, RateSource.IMPORT)
                    .merge(quotations)
                    .flatMap(imported -> raise(session, organization, imported))
                    .flatMap(imported -> log.append(session, audit, imported)))
        .single();
  }

  @Override
  public Mono<RatesImported> importShared(RateSource source, Flux<Quotation> quotations) {
    return database
        .asSystem()
        .transaction(
            session ->
                new MergeRates(session, SHARED, SHARED_TABLE, source)
                    .merge(quotations)
                    .flatMap(imported -> raiseAll(session, imported)))
        .single();
  }

  @Override
  public Mono<LocalDate> lastSharedDay(RateSource source) {
    return database
        .asSystem()
        .one(
            "SELECT quoted_on FROM exchange_rate WHERE organization_id = 0 AND table_name = 'ECB'"
                + " AND source = $1 ORDER BY quoted_on DESC LIMIT 1",
            List.of(source.name()),
            row -> Rows.get(row, "quoted_on", LocalDate.class));
  }

  private static Mono<RatesImported> raise(
      Session session, OrganizationId organization, RatesImported imported) {
    return imported.changedRates() == 0
        ? Mono.just(imported)
        : session
            .query(
                "SELECT next_data_version($1, NULL, NULL, '{}')",
                List.of(organization.value()),
                row -> true)
            .then(Mono.just(imported));
  }

  /** In one order everywhere, so that two imports never wait for each other. */
  private static Mono<RatesImported> raiseAll(Session session, RatesImported imported) {
    return imported.changedRates() == 0
        ? Mono.just(imported)
        : session.query(RAISE_ALL, List.of(), row -> true).then(Mono.just(imported));
  }

  private static List<Object> wanted(ExchangeRateQuery query) {
    @Nullable DateRange range = query.range();
    return List.of(
        query.organization().value(),
        Nulls.orNull(query.table(), String.class),
        query.currencyCodes().isEmpty()
            ? Nulls.of(String[].class)
            : query.currencyCodes().toArray(String[]::new),
        Nulls.orNull(range == null ? null : range.from(), LocalDate.class),
        Nulls.orNull(range == null ? null : range.to(), LocalDate.class));
  }

  private static ExchangeRatePage page(List<ExchangeRate> found, int first) {
    boolean more = found.size() > first;
    return new ExchangeRatePage(more ? found.subList(0, first) : found, more);
  }

  private static ExchangeRate rate(Readable row) {
    return new ExchangeRate(
        Rows.get(row, "table_name", String.class),
        Rows.get(row, "day", LocalDate.class),
        Rows.get(row, "currency_code", String.class),
        Rows.get(row, "per_euro", BigDecimal.class),
        Rows.get(row, "quoted_on", LocalDate.class),
        RateSource.valueOf(Rows.get(row, "source", String.class)));
  }
}
