package io.outlay.ingestion.spendimport;

import io.outlay.domain.error.Unavailable;
import io.outlay.domain.job.JobLease;
import io.outlay.domain.performance.Slice;
import io.outlay.domain.performance.SliceReceipts.Tally;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * The second pass: hands an import's slices to the log and waits until each has been dealt with.
 */
final class Publishing {

  /**
   * Slices between two checkpoints; so many are published again after a crash, which changes
   * nothing.
   */
  private static final int BETWEEN_CHECKPOINTS = 64;

  private static final int AT_ONCE = 8;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  private final SpendImportTools tools;
  private final JobLease lease;
  private final RunProgress progress;
  private final PublishCheckpoint from;
  private final long total;

  Publishing(
      SpendImportTools tools,
      JobLease lease,
      RunProgress progress,
      PublishCheckpoint from,
      long total) {
    this.tools = tools;
    this.lease = lease;
    this.progress = progress;
    this.from = from;
    this.total = total;
  }

  /**
   * Completes when every slice is in the database; errors with {@link DeadLetteredException} when
   * one cannot be.
   */
  Mono<Void> run(Flux<Slice> slices) {
    AtomicLong published = new AtomicLong(from.published());
    return slices
        .skip(from.published())
        .buffer(BETWEEN_CHECKPOINTS)
        .concatMap(batch -> publish(batch, published), 0)
        .then(Mono.defer(this::awaitReceipts));
  }

  private Mono<Void> publish(List<Slice> batch, AtomicLong published) {
    return Flux.fromIterable(batch)
        .flatMap(this::publish, AT_ONCE)
        .then(Mono.fromSupplier(() -> published.addAndGet(batch.size())))
        .flatMap(
            count ->
                tools
                    .queue()
                    .checkpoint(
                        lease,
                        SpendImportJson.write(new PublishCheckpoint(from.sequence(), count))));
  }

  private Mono<Void> publish(Slice slice) {
    return tools
        .publisher()
        .publish(slice)
        .retryWhen(
            Retry.backoff(5, Duration.ofMillis(200))
                .maxBackoff(Duration.ofSeconds(2))
                .filter(Unavailable.class::isInstance)
                .onRetryExhaustedThrow((spec, signal) -> signal.failure()));
  }

  private Mono<Void> awaitReceipts() {
    return tools
        .receipts()
        .tally(lease.job().organization(), lease.job().id(), from.sequence())
        .doOnNext(tally -> progress.report(tally.applied(), total))
        .repeatWhen(done -> done.delayElements(BETWEEN_LOOKS))
        .filter(this::isComplete)
        .next()
        .flatMap(Publishing::verdict);
  }

  private boolean isComplete(Tally tally) {
    return tally.applied() + tally.failed() >= total;
  }

  private static Mono<Void> verdict(Tally tally) {
    return tally.failed() == 0
        ? Mono.empty()
        : Mono.error(new DeadLetteredException(tally.failed(), tally.firstFailure()));
  }
}
