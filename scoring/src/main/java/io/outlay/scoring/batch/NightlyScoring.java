package io.outlay.scoring.batch;

import io.outlay.domain.userscore.ScoreSchedule;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Asks once a day for the scoring of all users of each organization with a model at work: at a time
 * of the UTC day, or as soon as it has a model.
 */
public final class NightlyScoring implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(NightlyScoring.class);
  private static final Duration LOOK = Duration.ofSeconds(30);

  private final ScoreSchedule schedule;
  private final LocalTime at;
  private final InstantSource clock;
  private final Disposable.Swap running = Disposables.swap();

  /**
   * Starts nothing yet.
   *
   * @param at when a round begins, in UTC
   */
  public NightlyScoring(ScoreSchedule schedule, LocalTime at, InstantSource clock) {
    this.schedule = schedule;
    this.at = at;
    this.clock = clock;
  }

  /** Begins to look. */
  public void start() {
    running.update(
        Flux.interval(LOOK)
            .onBackpressureDrop()
            .concatMap(tick -> look().onErrorResume(NightlyScoring::missed), 1)
            .subscribe());
  }

  @Override
  public void close() {
    running.dispose();
  }

  private Mono<Long> look() {
    Instant now = clock.instant();
    return schedule.submitDue(UsersScoring.KIND, lastRound(now, at), now);
  }

  /** The latest time a round began. */
  static Instant lastRound(Instant now, LocalTime at) {
    OffsetDateTime today = now.atOffset(ZoneOffset.UTC).with(at);
    return (today.toInstant().isAfter(now) ? today.minusDays(1) : today).toInstant();
  }

  private static Mono<Long> missed(Throwable error) {
    LOG.warn("nightly scoring cannot be asked for now: {}", error.toString());
    return Mono.empty();
  }
}
