package io.outlay.ingestion.sink;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.DeadLetterCause;
import io.outlay.domain.performance.LogPosition;
import io.outlay.domain.performance.LogPositions;
import io.outlay.domain.performance.Replaced;
import io.outlay.domain.performance.SliceInvalid;
import io.outlay.domain.performance.SliceRefused;
import io.outlay.domain.performance.Slices;
import io.outlay.domain.performance.SlicesTooSlow;
import io.outlay.domain.performance.UnknownOrganization;
import io.outlay.domain.version.DataVersions;
import io.outlay.ingestion.sink.Delivered.Legible;
import io.outlay.ingestion.sink.Delivered.Poison;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Applies a chunk: a transaction for each organization in it, the last of them moving the log's
 * positions. A slice that the database does not take is found by halving, and set aside.
 */
final class ChunkApplier {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** Each may take the minute that a statement is given. */
  private static final Retry SLOW_RETRIES =
      Retry.backoff(2, Duration.ofSeconds(1))
          .filter(SlicesTooSlow.class::isInstance)
          .onRetryExhaustedThrow((spec, last) -> last.failure());

  private final Slices slices;
  private final LogPositions positions;
  private final Graveyard graveyard;
  private final DataVersions versions;
  private final SinkMetrics metrics;

  ChunkApplier(
      Slices slices,
      LogPositions positions,
      Graveyard graveyard,
      DataVersions versions,
      SinkMetrics metrics) {
    this.slices = slices;
    this.positions = positions;
    this.graveyard = graveyard;
    this.versions = versions;
    this.metrics = metrics;
  }

  /**
   * Completes when every record of the chunk is applied or set aside. Applying it again is
   * harmless.
   *
   * @param turn completes when the chunk before has been committed. A chunk of one organization is
   *     brought to the database meanwhile; of others nothing is done before
   */
  Mono<Void> apply(Chunk chunk, List<Delivered> delivered, Mono<Void> turn) {
    List<Poison> poison = select(delivered, Poison.class);
    List<List<Legible>> groups = byOrganization(select(delivered, Legible.class));
    Mono<Void> soon = turn.timeout(PATIENCE);
    if (poison.isEmpty() && groups.size() == 1) {
      return applyLast(chunk, groups.getFirst(), soon);
    }
    return soon.thenMany(Flux.fromIterable(poison))
        .concatMap(one -> graveyard.bury(chunk.cluster(), one))
        .then(Mono.defer(() -> applyAll(chunk, groups)));
  }

  private Mono<Void> applyAll(Chunk chunk, List<List<Legible>> groups) {
    if (groups.isEmpty()) {
      return positions.advance(chunk.steps());
    }
    Mono<Void> first =
        Flux.fromIterable(groups.subList(0, groups.size() - 1))
            .concatMap(group -> applyOrHalve(chunk, group))
            .then();
    return first.then(Mono.defer(() -> applyLast(chunk, groups.getLast(), Mono.empty())));
  }

  private Mono<Void> applyLast(Chunk chunk, List<Legible> group, Mono<Void> turn) {
    return replace(group, chunk.steps(), turn)
        .onErrorResume(
            ChunkApplier::liesInTheSlices,
            error ->
                turn.then(Mono.defer(() -> isolate(chunk, group, error)))
                    .then(positions.advance(chunk.steps())));
  }

  private Mono<Void> applyOrHalve(Chunk chunk, List<Legible> group) {
    return replace(group, List.of(), Mono.empty())
        .onErrorResume(ChunkApplier::liesInTheSlices, error -> isolate(chunk, group, error));
  }

  private Mono<Void> isolate(Chunk chunk, List<Legible> group, Throwable error) {
    if (group.size() == 1) {
      return error instanceof SlicesTooSlow
          ? applySlowly(chunk, group)
          : setAside(chunk, group.getFirst(), error);
    }
    int half = group.size() / 2;
    return applyOrHalve(chunk, group.subList(0, half))
        .then(Mono.defer(() -> applyOrHalve(chunk, group.subList(half, group.size()))));
  }

  /** The slice alone, a few times: that it was slow may have been the database's fault. */
  private Mono<Void> applySlowly(Chunk chunk, List<Legible> slice) {
    return replace(slice, List.of(), Mono.empty())
        .retryWhen(SLOW_RETRIES)
        .onErrorResume(
            ChunkApplier::liesInTheSlices, error -> setAside(chunk, slice.getFirst(), error));
  }

  private Mono<Void> replace(List<Legible> group, List<LogPosition> steps, Mono<Void> turn) {
    OrganizationId organization = group.getFirst().organization();
    return slices
        .replace(organization, group.stream().map(Legible::slice).toList(), steps, turn)
        .timeout(turn.then(Mono.delay(PATIENCE)))
        .elapsed()
        .doOnNext(timed -> tell(timed.getT2(), Duration.ofMillis(timed.getT1())))
        .then();
  }

  private void tell(Replaced replaced, Duration took) {
    metrics.applied(replaced, took);
    replaced.versions().forEach(versions::committed);
  }

  private Mono<Void> setAside(Chunk chunk, Legible slice, Throwable error) {
    String message = String.valueOf(error.getMessage());
    return switch (error) {
      case SlicesTooSlow slow ->
          graveyard.bury(chunk.cluster(), slice, DeadLetterCause.TOO_SLOW, message);
      case UnknownOrganization unknown -> graveyard.expel(chunk.cluster(), slice, message);
      case SliceRefused refused ->
          graveyard.bury(chunk.cluster(), slice, DeadLetterCause.CONFLICT, message);
      default -> graveyard.bury(chunk.cluster(), slice, DeadLetterCause.INVALID, message);
    };
  }

  private static boolean liesInTheSlices(Throwable error) {
    return error instanceof SliceRefused
        || error instanceof SliceInvalid
        || error instanceof SlicesTooSlow
        || error instanceof UnknownOrganization;
  }

  private static List<List<Legible>> byOrganization(List<Legible> slices) {
    Map<OrganizationId, List<Legible>> groups =
        slices.stream()
            .collect(
                Collectors.groupingBy(
                    Legible::organization, LinkedHashMap::new, Collectors.toList()));
    return List.copyOf(groups.values());
  }

  private static <T> List<T> select(List<Delivered> delivered, Class<T> kind) {
    return delivered.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
