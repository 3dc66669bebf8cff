package io.outlay.api.performance;

import io.outlay.domain.organization.Viewer;
import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.Level;
import io.outlay.domain.performance.PerformanceRow;
import io.outlay.domain.platform.AccountStructures;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Loads what entities were called on the days of rows: one look-up for each kind of them. */
@Component
class DayNameLoader {

  private final AccountStructures structures;

  DayNameLoader(AccountStructures structures) {
    this.structures = structures;
  }

  /** Looks nothing up where no row is of a single day. */
  Mono<DayNames> load(Viewer viewer, List<PerformanceRow> rows, Map<Level, Set<Long>> entities) {
    if (rows.stream().map(PerformanceRow::period).noneMatch(DayNameLoader::isDay)) {
      return Mono.just(DayNames.NONE);
    }
    return Flux.fromIterable(entities.entrySet())
        .filter(kind -> !kind.getValue().isEmpty())
        .flatMap(
            kind ->
                structures
                    .names(viewer.organization(), kind.getKey(), kind.getValue())
                    .map(names -> Map.entry(kind.getKey(), names)))
        .collectMap(Map.Entry::getKey, Map.Entry::getValue)
        .map(DayNames::new);
  }

  private static boolean isDay(@Nullable DateRange period) {
    return period != null && period.days() == 1;
  }
}
