package io.outlay.scoring.watch;

import io.outlay.domain.risk.WatchSchedule;
import io.outlay.scoring.batch.UsersScoring;
import io.outlay.scoring.training.ModelTrainings;
import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Stores a look at each organization's models as a job when it is time, until it is closed. */
public final class WatchScheduling implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WatchScheduling.class);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  /** Everybody was scored, or a training that flags asked for has ended. */
  private static final Set<String> AFTER = Set.of(UsersScoring.KIND, ModelTrainings.KIND);

  private final WatchSchedule schedule;
  private final Duration every;
  private final Disposable.Swap running = Disposables.swap();

  /**
   * Starts nothing yet.
   *
   * @param every longest time between two looks
   */
  public WatchScheduling(WatchSchedule schedule, Duration every) {
    this.schedule = schedule;
    this.every = every;
  }

  /** Begins. */
  public void start() {
    Duration pause = every.compareTo(LONGEST_PAUSE) < 0 ? every : LONGEST_PAUSE;
    running.update(
        Flux.interval(Duration.ZERO, pause)
            .onBackpressureDrop()
            .concatMap(
                tick ->
                    Mono.defer(() -> schedule.submitDue(WatchRound.KIND, every, AFTER))
                        .onErrorResume(WatchScheduling::notScheduled),
                1)
            .subscribe());
  }

  @Override
  public void close() {
    running.dispose();
  }

  private static Mono<Long> notScheduled(Throwable error) {
    LOG.warn("due looks at models cannot be asked for now: {}", error.toString());
    return Mono.empty();
  }
}
