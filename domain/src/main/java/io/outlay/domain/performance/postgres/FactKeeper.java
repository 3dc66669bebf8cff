package io.outlay.domain.performance.postgres;

import io.outlay.domain.database.Database;
import io.outlay.domain.organization.OrganizationId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps the tables of facts in order: partitions for the months to come, history thinned by rule,
 * and nothing held that nobody can ask for any more. Several processes may do it at once.
 */
public final class FactKeeper implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FactKeeper.class);
  private static final Duration FIRST = Duration.ofSeconds(20);
  private static final Duration PERIOD = Duration.ofHours(6);
  private static final int MONTHS_AHEAD = 3;

  /** The log keeps records for 35 days; what they refer to must live longer. */
  private static final String OLD_LARGE_SLICES =
      "DELETE FROM large_slice WHERE created_at < $1 - interval '60 days'";

  private static final String OLD_RECEIPTS =
      "DELETE FROM slice_receipt WHERE received_at < $1 - interval '90 days'";

  private final Database database;
  private final Clock clock;
  private final Disposable.Swap running = Disposables.swap();

  /** Does nothing before {@link #start()}. */
  public FactKeeper(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Begins soon, and again every six hours. */
  public void start() {
    running.update(
        Flux.interval(FIRST, PERIOD)
            .onBackpressureDrop()
            .concatMap(tick -> keep().onErrorResume(this::nextTime), 1)
            .subscribe());
  }

  @Override
  public void close() {
    running.dispose();
  }

  /** Everything once; errors when the database is away. */
  public Mono<Void> keep() {
    Instant now = clock.instant();
    return makePartitions(now)
        .then(remove(OLD_LARGE_SLICES, now))
        .then(remove(OLD_RECEIPTS, now))
        .thenMany(Flux.defer(this::organizations))
        .concatMap(organization -> HistoryThinning.thin(database, organization, now))
        .then();
  }

  private Mono<Void> makePartitions(Instant now) {
    LocalDate month = LocalDate.ofInstant(now, ZoneOffset.UTC).withDayOfMonth(1);
    return Flux.range(0, MONTHS_AHEAD + 1)
        .concatMap(
            ahead ->
                database
                    .asSystem()
                    .query(
                        "SELECT ensure_fact_partition($1)",
                        List.of(month.plusMonths(ahead)),
                        row -> true))
        .then();
  }

  private Mono<Long> remove(String sql, Instant now) {
    return database.asSystem().update(sql, List.of(now));
  }

  private Flux<OrganizationId> organizations() {
    return database
        .asSystem()
        .query(
            "SELECT organization_id FROM organization ORDER BY organization_id",
            List.of(),
            row -> new OrganizationId(Rows.number(row, 0)))
        .collectList()
        .flatMapIterable(all -> all);
  }

  private Mono<Void> nextTime(Throwable error) {
    LOG.warn("the tables of facts were not kept in order this time: {}", error.toString());
    return Mono.empty();
  }
}
