package io.outlay.domain.performance.postgres;

import io.outlay.domain.database.Database;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.LogPosition;
import io.outlay.domain.performance.Period;
import io.outlay.domain.performance.Replaced;
import io.outlay.domain.performance.SliceRefused;
import io.outlay.domain.performance.Slices;
import io.outlay.domain.performance.TextSlice;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/** Slices in PostgreSQL. Safe for use by several threads and processes. */
public final class PostgresSlices implements Slices {

  private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2099, 12, 31);

  private final Database database;
  private final MonthPartitions partitions;

  /** Works on the given database. */
  public PostgresSlices(Database database) {
    this.database = database;
    this.partitions = new MonthPartitions(database);
  }

  @Override
  public Mono<Replaced> replace(
      OrganizationId organization,
      List<TextSlice> slices,
      List<LogPosition> moves,
      Mono<Void> turn) {
    Optional<RuntimeException> wrong =
        slices.stream()
            .map(slice -> check(organization, slice))
            .flatMap(Optional::stream)
            .findFirst();
    if (wrong.isPresent()) {
      return Mono.error(wrong.get());
    }
    List<List<TextSlice>> rounds = Rounds.of(slices);
    return Mono.defer(() -> partitions.ensure(slices))
        .thenMany(Flux.range(0, rounds.size()))
        .concatMap(
            i ->
                round(
                    organization,
                    rounds.get(i),
                    i == rounds.size() - 1 ? moves : List.of(),
                    i == 0 ? turn : Mono.empty()))
        .reduce(Replaced.NOTHING, Replaced::plus)
        .doOnError(error -> partitions.forget())
        .retryWhen(
            Retry.max(1)
                .filter(LastingErrors::mayLackPartition)
                .onRetryExhaustedThrow((spec, last) -> last.failure()))
        .onErrorMap(LastingErrors::told);
  }

  private Mono<Replaced> round(
      OrganizationId organization,
      List<TextSlice> slices,
      List<LogPosition> moves,
      Mono<Void> turn) {
    return Mono.fromCallable(() -> StagedText.of(slices))
        .subscribeOn(Schedulers.parallel())
        .flatMap(
            staged ->
                database
                    .inOrganization(organization)
                    .transaction(
                        session ->
                            new SliceTransaction(session, organization, slices)
                                .run(staged, moves, turn))
                    .single());
  }

  private static Optional<RuntimeException> check(OrganizationId organization, TextSlice slice) {
    if (!slice.organization().equals(organization)) {
      return Optional.of(
          new IllegalArgumentException(
              "slice of organization " + slice.organization() + " among those of " + organization));
    }
    Period period = slice.head().key().period();
    if (period.firstDay().isBefore(EARLIEST) || period.lastDay().isAfter(LATEST)) {
      return Optional.of(
          new SliceRefused(
              slice.head().key(),
              "Days %s to %s; expected days from %s to %s."
                  .formatted(period.firstDay(), period.lastDay(), EARLIEST, LATEST)));
    }
    return Optional.empty();
  }
}
