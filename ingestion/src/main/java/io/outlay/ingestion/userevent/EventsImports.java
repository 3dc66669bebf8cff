package io.outlay.ingestion.userevent;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.error.BadRequest;
import io.outlay.domain.job.Job;
import io.outlay.domain.job.Jobs;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import java.time.Duration;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Asks for imports of files of events, and tells what came of them. */
public final class EventsImports {

  /** Kind of the jobs that import events. */
  public static final String KIND = "EVENTS_IMPORT";

  private static final long LONGEST_DELAY = Duration.ofDays(400).toSeconds();

  private final Jobs jobs;

  /** Uses the given jobs. */
  public EventsImports(Jobs jobs) {
    this.jobs = jobs;
  }

  /**
   * Stores the import as a job; some process does it. Errors with {@link BadRequest} for values
   * that cannot be right.
   *
   * @param actor who asks, for people
   * @param audit what to write down with the job
   */
  public Mono<Job> submit(
      OrganizationId organization, String actor, EventsImportRequest request, Audit<Job> audit) {
    return Mono.fromRunnable(() -> check(request))
        .then(
            Mono.defer(
                () ->
                    jobs.submit(
                        organization,
                        KIND,
                        ImportJson.write(request),
                        actor,
                        Scope.EVERYTHING,
                        audit)));
  }

  /** What was asked of a job of kind {@link #KIND}. */
  public static EventsImportRequest request(Job job) {
    return ImportJson.read(job.request(), EventsImportRequest.class);
  }

  /** What a job of kind {@link #KIND} found; empty until its first pass has ended. */
  public static Optional<EventsImportResult> result(Job job) {
    return Optional.ofNullable(ImportJson.readOrNull(job.result(), EventsImportResult.class));
  }

  private static void check(EventsImportRequest request) {
    Long delay = request.recordingDelaySeconds();
    if (delay != null && (delay < 0 || delay > LONGEST_DELAY)) {
      throw BadRequest.of(
          "recordingDelaySeconds", delay, "a number of seconds from 0 to " + LONGEST_DELAY);
    }
    if (request.recordedAtField().isBlank() || request.recordedAtField().length() > 64) {
      throw BadRequest.of("recordedAtField", request.recordedAtField(), "1 to 64 characters");
    }
  }
}
