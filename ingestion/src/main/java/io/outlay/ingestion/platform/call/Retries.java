package io.outlay.ingestion.platform.call;

import io.outlay.ingestion.platform.PlatformFailure;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * When a failed try is repeated: a bounded number of times, each after a random part of a bound
 * that doubles, and never before the platform wishes. A new token is asked for once.
 */
final class Retries extends Retry {

  private final CallSettings settings;
  private final DoubleSupplier chance;

  /**
   * @param chance a random number from 0 to below 1
   */
  Retries(CallSettings settings, DoubleSupplier chance) {
    this.settings = settings;
    this.chance = chance;
  }

  @Override
  public Publisher<?> generateCompanion(Flux<RetrySignal> failures) {
    Spent spent = new Spent();
    return failures.concatMap(signal -> afterWait(signal.failure(), spent));
  }

  private Mono<Long> afterWait(Throwable error, Spent spent) {
    if (!(error instanceof CallFailed failed)) {
      return Mono.error(error);
    }
    return switch (failed.reaction()) {
      case STOP -> Mono.error(failed);
      case NEW_TOKEN -> spent.newToken() ? Mono.just(0L) : Mono.error(failed);
      case RETRY -> retry(failed, spent.next());
    };
  }

  private Mono<Long> retry(CallFailed failed, int tried) {
    if (tried >= settings.tries()) {
      return Mono.error(failed);
    }
    Duration wish = failed.wish();
    if (wish != null && wish.compareTo(settings.longestWait()) > 0) {
      return Mono.error(CallFailed.stop(tooLong(failed.failure(), wish)));
    }
    return Mono.delay(wait(wish, tried));
  }

  private static PlatformFailure tooLong(PlatformFailure failure, Duration wish) {
    return failure instanceof PlatformFailure.Throttled
        ? failure
        : new PlatformFailure.Throttled(String.valueOf(failure.getMessage()), wish);
  }

  /** The platform's wish, and a random time beyond it so that not all come back at once. */
  private Duration wait(@Nullable Duration wish, int tried) {
    long bound = settings.firstWait().toMillis() << (tried - 1);
    long most = Math.min(bound, settings.longestWait().toMillis());
    Duration random = Duration.ofMillis(Math.round(most * chance.getAsDouble()));
    return wish == null ? random : wish.plus(random);
  }

  /** What one call has used up. */
  private static final class Spent {
    private int tries;
    private boolean hasNewToken;

    int next() {
      return ++tries;
    }

    boolean newToken() {
      boolean isFirst = !hasNewToken;
      hasNewToken = true;
      return isFirst;
    }
  }
}
