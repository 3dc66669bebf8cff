package io.outlay.domain.performance.postgres;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.outlay.domain.database.Database;
import io.outlay.domain.performance.TextSlice;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Makes partitions for months that slices mention first, each in a short transaction of its own.
 */
final class MonthPartitions {

  private static final int REMEMBERED_MONTHS = 1_000;

  private final Database database;
  private final Cache<YearMonth, Boolean> made =
      Caffeine.newBuilder().maximumSize(REMEMBERED_MONTHS).build();

  MonthPartitions(Database database) {
    this.database = database;
  }

  /** Completes when facts of the slices have a place. */
  Mono<Void> ensure(List<TextSlice> slices) {
    return Flux.fromStream(() -> slices.stream().map(MonthPartitions::month).distinct())
        .filter(month -> made.getIfPresent(month) == null)
        .concatMap(this::make)
        .then();
  }

  /** Forgets what was made: after an error the database may be another one. */
  void forget() {
    made.invalidateAll();
  }

  private Mono<Void> make(YearMonth month) {
    LocalDate first = month.atDay(1);
    return database
        .asSystem()
        .query("SELECT ensure_fact_partition($1)", List.of(first), row -> true)
        .then()
        .doOnSuccess(done -> made.put(month, true));
  }

  private static YearMonth month(TextSlice slice) {
    return YearMonth.from(slice.head().key().period().lastDay());
  }
}
