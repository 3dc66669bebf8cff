package io.outlay.scoring.training;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.RiskKind;
import io.outlay.scoring.outcome.TrainingTable;
import io.outlay.scoring.outcome.TrainingTables;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.DoubleConsumer;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Tables of a known law instead of an organization's events, given when a test lets them go. */
final class SeededTables implements TrainingTables {

  private final int rows;
  private final Sinks.Empty<Void> gate = Sinks.empty();

  /** Times up to which tables were asked for. */
  final Queue<Instant> asked = new ConcurrentLinkedQueue<>();

  SeededTables(int rows) {
    this.rows = rows;
  }

  /** Gives the tables that are waited for, and later ones at once. */
  SeededTables letGo() {
    gate.tryEmitEmpty();
    return this;
  }

  @Override
  public Mono<TrainingTable> build(
      OrganizationId organization,
      RiskKind kind,
      Instant from,
      Instant knownBy,
      int mostRows,
      DoubleConsumer progress) {
    return Mono.defer(
        () -> {
          asked.add(knownBy);
          progress.accept(0.5);
          return gate.asMono().then(Mono.fromCallable(() -> SeededTable.of(kind, rows, 3)));
        });
  }
}
