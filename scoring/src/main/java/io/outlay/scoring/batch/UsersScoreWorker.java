package io.outlay.scoring.batch;

import io.outlay.domain.job.Heartbeat;
import io.outlay.domain.job.JobLease;
import io.outlay.domain.job.JobProgress;
import io.outlay.domain.job.JobQueue;
import io.outlay.domain.job.LeaseLostException;
import io.outlay.domain.userscore.BandChanges;
import io.outlay.domain.userscore.ScorePortions;
import io.outlay.domain.userscore.ScorePortions.Totals;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Takes jobs that score many users: cuts the users into portions, hands these out to all processes
 * and watches until they are done. Where nothing moves for a while, open portions are handed out
 * again; whoever takes up a job after a crash goes on where the portions stand.
 */
public final class UsersScoreWorker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(UsersScoreWorker.class);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final Duration CHANGES_KEPT = Duration.ofDays(90);
  private static final int PUBLISHED_AT_ONCE = 16;

  private final JobQueue queue;
  private final ScorePortions portions;
  private final PortionTopic topic;
  private final BandChanges changes;
  private final BatchSettings settings;
  private final Disposable.Swap running = Disposables.swap();

  /** Starts nothing yet. */
  public UsersScoreWorker(
      JobQueue queue,
      ScorePortions portions,
      PortionTopic topic,
      BandChanges changes,
      BatchSettings settings) {
    this.queue = queue;
    this.portions = portions;
    this.topic = topic;
    this.changes = changes;
    this.settings = settings;
  }

  /** Begins to take jobs. */
  public void start() {
    running.update(work().subscribe());
  }

  /** Ends at once; another process takes the job up when its lease has run out. */
  @Override
  public void close() {
    running.dispose();
  }

  private Flux<Boolean> work() {
    return queue
        .claim(UsersScoring.KIND, settings.lease())
        .flatMap(lease -> run(lease).thenReturn(true))
        .repeatWhen(rounds -> rounds.concatMap(this::pauseIfIdle, 1))
        .retryWhen(
            Retry.backoff(Long.MAX_VALUE, settings.look())
                .maxBackoff(LONGEST_PAUSE)
                .transientErrors(true)
                .doBeforeRetry(
                    again ->
                        LOG.warn(
                            "scoring is taken up again after: {}", again.failure().toString())));
  }

  private Mono<Long> pauseIfIdle(long runs) {
    return runs > 0 ? Mono.just(runs) : Mono.delay(settings.look());
  }

  private Mono<Void> run(JobLease lease) {
    Progress progress = new Progress(new JobProgress(lease.job().done(), lease.job().total()));
    Mono<Void> job = Mono.defer(() -> score(lease, progress));
    return Mono.firstWithSignal(job, Heartbeat.of(queue, lease, settings.lease(), progress::latest))
        .onErrorResume(LeaseLostException.class, lost -> Mono.empty());
  }

  private Mono<Void> score(JobLease lease, Progress progress) {
    UsersScoreRequest request = UsersScoreRequest.of(lease.job());
    return portions
        .cut(
            lease.job().organization(),
            lease.job().id(),
            request.kinds(),
            request.at(),
            request.heardAfter())
        .then(Mono.defer(() -> handOut(lease).then(watch(lease, progress))))
        .flatMap(totals -> end(lease, totals));
  }

  private Mono<Void> handOut(JobLease lease) {
    return portions
        .open(lease.job().organization(), lease.job().id())
        .map(number -> new PortionRef(lease.job().organization(), lease.job().id(), number))
        .flatMap(topic::publish, PUBLISHED_AT_ONCE)
        .then();
  }

  /** Looks until all is done, or nothing has moved for too long and it is handed out again. */
  private Mono<Totals> watch(JobLease lease, Progress progress) {
    return Mono.defer(() -> portions.totals(lease.job().organization(), lease.job().id()))
        .doOnNext(totals -> progress.moved(new JobProgress(totals.done(), totals.users())))
        .filter(totals -> totals.open() == 0 || totals.failure() != null)
        .repeatWhenEmpty(looks -> looks.concatMap(look -> Mono.delay(settings.look()), 1))
        .timeout(stalled(progress))
        .onErrorResume(
            TimeoutException.class,
            late -> handOut(lease).then(Mono.defer(() -> watch(lease, progress))));
  }

  private Mono<Long> stalled(Progress progress) {
    return Flux.interval(settings.patience())
        .onBackpressureDrop()
        .map(tick -> progress.latest())
        .startWith(progress.latest())
        .buffer(2, 1)
        .filter(two -> two.size() == 2 && two.getFirst().equals(two.getLast()))
        .next()
        .map(unmoved -> unmoved.getLast().done());
  }

  /** The log of changed bands is kept short where it grows. */
  private Mono<Void> end(JobLease lease, Totals totals) {
    Instant kept = lease.job().createdAt().minus(CHANGES_KEPT);
    return changes
        .removeBefore(lease.job().organization(), kept)
        .then(
            totals.failure() == null
                ? queue.succeed(lease, new JobProgress(totals.users(), totals.users()))
                : queue.fail(lease, "PORTION_FAILED", totals.failure()));
  }

  /** How far the job was when it was last looked at. */
  private static final class Progress {

    private volatile JobProgress latest;

    Progress(JobProgress before) {
      this.latest = before;
    }

    void moved(JobProgress now) {
      latest = now;
    }

    JobProgress latest() {
      return latest;
    }
  }
}
