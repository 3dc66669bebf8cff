package io.outlay.ingestion.userevent;

import io.outlay.domain.audit.LogContext;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.DeadLetterCause;
import io.outlay.domain.performance.LogPosition;
import io.outlay.domain.performance.LogPositions;
import io.outlay.domain.performance.UnknownOrganization;
import io.outlay.domain.userevent.UserEvents;
import io.outlay.domain.userevent.UserEventsRefused;
import io.outlay.ingestion.log.LogBatch;
import io.outlay.ingestion.sink.Graveyard;
import io.outlay.ingestion.sink.RecordHeaders;
import io.outlay.ingestion.userevent.DeliveredEvent.Legible;
import io.outlay.ingestion.userevent.DeliveredEvent.Poison;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Applies a batch: a transaction for each organization in it, the last of them moving the log's
 * positions. An event that the database does not take is found by halving, and set aside.
 */
final class EventBatchApplier {

  private final UserEvents events;
  private final LogPositions positions;
  private final Graveyard graveyard;
  private final EventMetrics metrics;

  EventBatchApplier(
      UserEvents events, LogPositions positions, Graveyard graveyard, EventMetrics metrics) {
    this.events = events;
    this.positions = positions;
    this.graveyard = graveyard;
    this.metrics = metrics;
  }

  /**
   * Completes when every record of the batch is stored or set aside. Applying it again is harmless.
   */
  Mono<Void> apply(LogBatch batch, List<DeliveredEvent> delivered) {
    String cluster = batch.steps().getFirst().cluster();
    List<List<Legible>> groups = byOrganization(delivered);
    return Flux.fromIterable(delivered)
        .ofType(Poison.class)
        .concatMap(poison -> bury(cluster, poison))
        .then(Mono.defer(() -> applyAll(cluster, groups, batch.steps())));
  }

  private Mono<Void> applyAll(String cluster, List<List<Legible>> groups, List<LogPosition> steps) {
    if (groups.isEmpty()) {
      return positions.advance(steps);
    }
    return Flux.fromIterable(groups.subList(0, groups.size() - 1))
        .concatMap(group -> applyOrHalve(cluster, group))
        .then(Mono.defer(() -> record(groups.getLast(), steps)))
        .onErrorResume(
            EventBatchApplier::liesInTheEvents,
            error ->
                isolate(cluster, groups.getLast(), error)
                    .then(Mono.defer(() -> positions.advance(steps))));
  }

  private Mono<Void> applyOrHalve(String cluster, List<Legible> group) {
    return record(group, List.of())
        .onErrorResume(EventBatchApplier::liesInTheEvents, error -> isolate(cluster, group, error));
  }

  private Mono<Void> isolate(String cluster, List<Legible> group, Throwable error) {
    if (error instanceof UnknownOrganization) {
      return Flux.fromIterable(group)
          .concatMap(event -> bury(cluster, event, error, Optional.empty()))
          .then();
    }
    if (group.size() == 1) {
      Legible event = group.getFirst();
      return bury(cluster, event, error, Optional.of(event.organization()));
    }
    int half = group.size() / 2;
    return applyOrHalve(cluster, group.subList(0, half))
        .then(Mono.defer(() -> applyOrHalve(cluster, group.subList(half, group.size()))));
  }

  private Mono<Void> record(List<Legible> group, List<LogPosition> steps) {
    OrganizationId organization = group.getFirst().organization();
    return events
        .record(organization, group.stream().map(Legible::event).toList(), steps)
        .doOnNext(metrics::recorded)
        .then()
        .contextWrite(context -> LogContext.in(context, organization));
  }

  private Mono<Void> bury(String cluster, Poison poison) {
    return graveyard.bury(
        cluster,
        poison.record(),
        poison.cause(),
        poison.message(),
        RecordHeaders.organization(poison.record()));
  }

  private Mono<Void> bury(
      String cluster, Legible event, Throwable error, Optional<OrganizationId> organization) {
    String message = String.valueOf(error.getMessage());
    return graveyard.bury(cluster, event.record(), DeadLetterCause.INVALID, message, organization);
  }

  private static boolean liesInTheEvents(Throwable error) {
    return error instanceof UserEventsRefused || error instanceof UnknownOrganization;
  }

  private static List<List<Legible>> byOrganization(List<DeliveredEvent> delivered) {
    Map<OrganizationId, List<Legible>> groups =
        delivered.stream()
            .filter(Legible.class::isInstance)
            .map(Legible.class::cast)
            .collect(
                Collectors.groupingBy(
                    Legible::organization, LinkedHashMap::new, Collectors.toList()));
    return List.copyOf(groups.values());
  }
}
