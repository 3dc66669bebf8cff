package io.outlay.domain.exchangerate.postgres;

import io.outlay.domain.database.Rows;
import io.outlay.domain.database.Session;
import io.outlay.domain.exchangerate.Quotation;
import io.outlay.domain.exchangerate.RateSource;
import io.outlay.domain.exchangerate.RatesImported;
import io.outlay.domain.performance.DateRange;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Merges quotations into one table within a transaction: stage them, spread each over the days it
 * stands for, keep what changes in the history, write what is new or differs.
 */
final class MergeRates {

  private static final int QUOTATIONS_PER_STATEMENT = 5_000;

  private static final String STAGE =
      """
      CREATE TEMPORARY TABLE staged_rate (currency_code text COLLATE "C", day date, per_euro numeric)
        ON COMMIT DROP
      """;

  private static final String FILL =
      "INSERT INTO staged_rate SELECT * FROM unnest($1::text[], $2::text[]::date[],"
          + " $3::text[]::numeric[])";

  /** Each quotation stands for its day and the days after it until the next, at most seven. */
  private static final String SPREAD =
      """
      CREATE TEMPORARY TABLE spread_rate ON COMMIT DROP AS
      SELECT q.currency_code, d::date AS day, q.per_euro, q.day AS quoted_on
        FROM (SELECT currency_code, day, min(per_euro) AS per_euro,
                     lead(day) OVER (PARTITION BY currency_code ORDER BY day) AS next_day
                FROM staged_rate GROUP BY currency_code, day) q
       CROSS JOIN generate_series(q.day, least(q.day + 7, coalesce(q.next_day - 1, q.day + 7)), '1 day') d
      """;

  /** A nearer quotation wins, whenever it came; made-up rates give way to any other. */
  private static final String WINS =
      """
      (r.source = 'GENERATED' AND $3 <> 'GENERATED'
        OR (r.source = 'GENERATED' OR $3 <> 'GENERATED')
           AND (n.quoted_on > r.quoted_on
             OR n.quoted_on = r.quoted_on AND (n.per_euro <> r.per_euro OR r.source <> $3)))
      """;

  private static final String KEEP =
      """
      INSERT INTO exchange_rate_history
      SELECT r.organization_id, r.table_name, r.currency_code, r.day, r.per_euro, r.quoted_on, r.source,
             r.recorded_at, now()
        FROM exchange_rate r JOIN spread_rate n USING (currency_code, day)
       WHERE r.organization_id = $1 AND r.table_name = $2 AND
      """
          + WINS;

  private static final String MERGE =
      """
      INSERT INTO exchange_rate AS r
      SELECT $1, $2, s.currency_code, s.day, s.per_euro, s.quoted_on, $3, now() FROM spread_rate s
      ON CONFLICT (organization_id, table_name, currency_code, day) DO UPDATE
        SET per_euro = excluded.per_euro, quoted_on = excluded.quoted_on, source = excluded.source,
            recorded_at = excluded.recorded_at
      WHERE
      """
          + WINS.replace("n.", "excluded.");

  private static final String COUNT =
      "SELECT count(*) AS rates FROM exchange_rate WHERE organization_id = $1 AND table_name = $2";

  private static final String SUMMARY =
      """
      SELECT count(*) FILTER (WHERE currency_code <> 'EUR') AS quotations, min(day) AS first_day,
             max(day) AS last_day
        FROM staged_rate
      """;

  private final Session session;
  private final long owner;
  private final String table;
  private final RateSource source;

  MergeRates(Session session, long owner, String table, RateSource source) {
    this.session = session;
    this.owner = owner;
    this.table = table;
    this.source = source;
  }

  /** Does it all; nothing is committed yet. */
  Mono<RatesImported> merge(Flux<Quotation> quotations) {
    List<Object> parameters = List.of(owner, table, source.name());
    return session
        .update(STAGE, List.of())
        .then(stage(quotations))
        .then(session.update(SPREAD, List.of()))
        .then(session.query(COUNT, List.of(owner, table), MergeRates::count).single())
        .flatMap(before -> write(before, parameters));
  }

  private Mono<RatesImported> write(long before, List<Object> parameters) {
    return session
        .update(KEEP, parameters)
        .flatMap(
            replaced ->
                session
                    .update(MERGE, parameters)
                    .map(changed -> new Counts(before, changed, replaced)))
        .flatMap(
            counts ->
                session.query(SUMMARY, List.of(), row -> summary(row, counts)).singleOrEmpty());
  }

  private Mono<Void> stage(Flux<Quotation> quotations) {
    return quotations
        .buffer(QUOTATIONS_PER_STATEMENT)
        .concatMap(batch -> session.update(FILL, columns(batch)), 1)
        .then();
  }

  private static List<Object> columns(List<Quotation> batch) {
    return List.of(
        batch.stream().map(Quotation::currencyCode).toArray(String[]::new),
        batch.stream().map(quotation -> quotation.day().toString()).toArray(String[]::new),
        batch.stream()
            .map(quotation -> quotation.perEuro().toPlainString())
            .toArray(String[]::new));
  }

  private static long count(Readable row) {
    return Rows.get(row, "rates", Long.class);
  }

  private static RatesImported summary(Readable row, Counts counts) {
    LocalDate first = row.get("first_day", LocalDate.class);
    LocalDate last = row.get("last_day", LocalDate.class);
    return new RatesImported(
        first == null || last == null ? null : new DateRange(first, last),
        Rows.get(row, "quotations", Long.class),
        counts.changed(),
        counts.replaced(),
        counts.before());
  }

  /** Rates of the table before, and how many became new or other. */
  private record Counts(long before, long changed, long replaced) {}
}
