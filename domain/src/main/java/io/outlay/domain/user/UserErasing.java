package io.outlay.domain.user;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.error.BadRequest;
import io.outlay.domain.error.NotFound;
import io.outlay.domain.job.Job;
import io.outlay.domain.job.JobLease;
import io.outlay.domain.job.JobProgress;
import io.outlay.domain.job.JobQueue;
import io.outlay.domain.job.Jobs;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Removes users as jobs. A job holds the user's number and none of its ids; these are looked up
 * until the last step, which removes them, so that a job that is taken up again knows whom it is
 * about.
 */
public final class UserErasing {

  /** Kind of the jobs that erase users. */
  public static final String KIND = "USER_ERASE";

  private static final int LONGEST_ID = 128;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Jobs jobs;
  private final JobQueue queue;
  private final Users users;
  private final UserErasures erasures;
  private final List<UserEraser> erasers;

  /**
   * @param erasers of all stores but the tables of users and events
   */
  public UserErasing(
      Jobs jobs, JobQueue queue, Users users, UserErasures erasures, List<UserEraser> erasers) {
    this.jobs = jobs;
    this.queue = queue;
    this.users = users;
    this.erasures = erasures;
    this.erasers = List.copyOf(erasers);
  }

  /** What a job was asked. */
  record Request(long userId) {}

  /** What it removed. */
  public record Report(List<Store> stores) {

    /** Copies the list. */
    public Report {
      stores = List.copyOf(stores);
    }
  }

  /** Rows, files or records removed from a store. */
  public record Store(String name, long count) {}

  /**
   * Stores the erasure as a job; some process does it. Errors with {@link NotFound} when nobody is
   * known by the id.
   *
   * @param actor who asks, for people
   * @param audit what to write down with the job
   */
  public Mono<Job> submit(
      OrganizationId organization, String actor, String externalId, Audit<Job> audit) {
    if (externalId.isBlank() || externalId.length() > LONGEST_ID) {
      return Mono.error(
          BadRequest.of("externalUserId", externalId, "1 to " + LONGEST_ID + " characters"));
    }
    return users
        .byExternalIds(organization, List.of(externalId))
        .flatMap(found -> Mono.justOrEmpty(found.get(externalId)))
        .switchIfEmpty(Mono.error(() -> new NotFound("There is no user known by this id.")))
        .flatMap(
            user ->
                jobs.submit(
                    organization,
                    KIND,
                    JSON.writeValueAsString(new Request(user.id())),
                    actor,
                    Scope.EVERYTHING,
                    audit));
  }

  /** What a job of kind {@link #KIND} removed; empty until it has ended. */
  public static Optional<Report> report(Job job) {
    return Optional.ofNullable(job.result()).map(result -> JSON.readValue(result, Report.class));
  }

  /** Does a job; see {@link io.outlay.domain.job.JobWorker.Work}. */
  public Mono<Void> run(JobLease lease, Consumer<JobProgress> progress) {
    Request request = JSON.readValue(lease.job().request(), Request.class);
    return erasures
        .find(lease.job().organization(), request.userId())
        .flatMap(user -> erase(user, progress))
        .flatMap(report -> queue.result(lease, JSON.writeValueAsString(report)).thenReturn(report))
        .then(Mono.defer(() -> queue.succeed(lease, all())));
  }

  private Mono<Report> erase(ErasedUser user, Consumer<JobProgress> progress) {
    List<Store> stores = new ArrayList<>();
    return Flux.fromIterable(erasers)
        .concatMap(eraser -> eraser.erase(user).map(count -> new Store(eraser.store(), count)))
        .doOnNext(
            store -> {
              stores.add(store);
              progress.accept(new JobProgress(stores.size(), all().total()));
            })
        .then(Mono.defer(() -> erasures.erase(user)))
        .map(removed -> report(stores, removed));
  }

  private static Report report(List<Store> stores, Map<String, Long> removed) {
    removed.forEach((store, count) -> stores.add(new Store(store, count)));
    return new Report(stores);
  }

  private JobProgress all() {
    return new JobProgress(erasers.size() + 1, erasers.size() + 1L);
  }
}
