package io.outlay.ingestion.sync;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.error.Unavailable;
import io.outlay.domain.job.GivingBack;
import io.outlay.domain.job.JobLease;
import io.outlay.domain.job.LeaseLostException;
import io.outlay.domain.platform.AccessState;
import io.outlay.ingestion.platform.PlatformFailure;
import io.r2dbc.spi.R2dbcException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** What becomes of a sync that could not go on. */
final class SyncEnds {

  private static final Logger LOG = LoggerFactory.getLogger(SyncEnds.class);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
  private static final Duration LONGEST_WAIT_FOR_OURSELVES = Duration.ofSeconds(2);
  private static final int MOST_DOUBLINGS = 12;

  private final SyncTools tools;
  private final SyncSettings settings;

  SyncEnds(SyncTools tools, SyncSettings settings) {
    this.tools = tools;
    this.settings = settings;
  }

  /** Gives it back where waiting may help; otherwise ends it, and stops the account if need be. */
  Mono<Void> after(JobLease lease, Throwable error) {
    if (error instanceof LeaseLostException) {
      LOG.info("sync {} is left to another worker", lease.job().id());
      return Mono.empty();
    }
    return switch (error) {
      case PlatformFailure.Throttled throttled -> later(lease, throttled, throttled.retryAfter());
      case PlatformFailure.Unavailable away -> later(lease, away, backoff(lease));
      case PlatformFailure failure -> failed(lease, failure);
      case Unavailable away -> givenBack(lease, away);
      case TimeoutException late -> givenBack(lease, late);
      case R2dbcException away -> givenBack(lease, away);
      default -> internal(lease, error);
    };
  }

  private Mono<Void> later(JobLease lease, PlatformFailure failure, Duration pause) {
    if (SyncCheckpoint.tries(lease) >= settings.mostTries()) {
      return failed(lease, failure);
    }
    LOG.info("sync {} waits {} s: {}", lease.job().id(), pause.toSeconds(), failure.getMessage());
    return tools.queue().release(lease, pause);
  }

  /** What is away is Outlay's own, and the sync goes on soon after its return. */
  private Mono<Void> givenBack(JobLease lease, Throwable error) {
    LOG.warn("sync {} is given back: {}", lease.job().id(), error.toString());
    Duration pause = shorter(backoff(lease), LONGEST_WAIT_FOR_OURSELVES);
    return GivingBack.of(tools.queue(), lease, pause, settings.lease());
  }

  private Mono<Void> failed(JobLease lease, PlatformFailure failure) {
    LOG.warn(
        "sync {} failed: {} {}",
        lease.job().id(),
        FailureWords.code(failure),
        failure.getMessage());
    return FailureWords.state(failure)
        .map(state -> stop(lease, state, FailureWords.message(failure)))
        .orElse(Mono.empty())
        .then(tools.queue().fail(lease, FailureWords.code(failure), FailureWords.message(failure)));
  }

  private Mono<Void> stop(JobLease lease, AccessState state, String message) {
    return tools
        .accesses()
        .change(
            lease.job().organization(),
            SyncRequest.of(lease.job()).adAccountId(),
            access ->
                access.state() == AccessState.CONNECTED
                    ? access.in(state, message, tools.clock().instant())
                    : access,
            null,
            Audit.none())
        .then();
  }

  /** Class and place go to the log; a message from outside may hold what it should not. */
  private Mono<Void> internal(JobLease lease, Throwable error) {
    LOG.error("sync {} failed", lease.job().id(), error);
    return tools
        .queue()
        .fail(
            lease,
            "INTERNAL_ERROR",
            "The sync failed inside Outlay; its log names job " + lease.job().id() + ".");
  }

  private Duration backoff(JobLease lease) {
    Duration wait =
        settings.pause().multipliedBy(1L << Math.min(MOST_DOUBLINGS, SyncCheckpoint.tries(lease)));
    return shorter(wait, LONGEST_WAIT);
  }

  private static Duration shorter(Duration one, Duration two) {
    return one.compareTo(two) < 0 ? one : two;
  }
}
