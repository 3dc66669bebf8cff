package io.outlay.scoring.batch;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.error.BadRequest;
import io.outlay.domain.error.NotFound;
import io.outlay.domain.job.Job;
import io.outlay.domain.job.Jobs;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.risk.RiskKind;
import io.outlay.scoring.registry.ModelShelf;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks for the scoring of many users. */
public final class UsersScoring {

  /** Kind of the jobs that score many users. */
  public static final String KIND = "USERS_SCORE";

  private static final int MOST_DAYS = 1_100;

  private final Jobs jobs;
  private final ModelShelf shelf;
  private final InstantSource clock;

  /** Uses the given jobs. */
  public UsersScoring(Jobs jobs, ModelShelf shelf, InstantSource clock) {
    this.jobs = jobs;
    this.shelf = shelf;
    this.clock = clock;
  }

  /**
   * Stores the scoring as a job; all users are scored as of now. Errors with {@link NotFound} where
   * no model of a kind is at work, and with {@link BadRequest} for values out of range.
   *
   * @param kinds what is foretold; 1 or more
   * @param heardOfWithinDays only users of whom something was recorded within so many days; null
   *     for all
   * @param actor who asks, for people
   */
  public Mono<Job> submit(
      OrganizationId organization,
      List<RiskKind> kinds,
      @Nullable Integer heardOfWithinDays,
      String actor,
      Audit<Job> audit) {
    UsersScoreRequest request = request(kinds.stream().distinct().toList(), heardOfWithinDays);
    return Flux.fromIterable(request.kinds())
        .concatMap(kind -> requireModel(organization, kind))
        .then(
            Mono.defer(
                () ->
                    jobs.submit(
                        organization, KIND, request.toJson(), actor, Scope.EVERYTHING, audit)));
  }

  private UsersScoreRequest request(List<RiskKind> kinds, @Nullable Integer heardOfWithinDays) {
    if (kinds.isEmpty()) {
      throw BadRequest.of("kinds", "an empty list", "1 to 3 kinds");
    }
    Instant at = clock.instant();
    if (heardOfWithinDays == null) {
      return new UsersScoreRequest(kinds, at, null);
    }
    if (heardOfWithinDays < 1 || heardOfWithinDays > MOST_DAYS) {
      throw BadRequest.of("heardOfWithinDays", heardOfWithinDays, "1 to " + MOST_DAYS);
    }
    return new UsersScoreRequest(kinds, at, at.minus(Duration.ofDays(heardOfWithinDays)));
  }

  private Mono<Void> requireModel(OrganizationId organization, RiskKind kind) {
    return shelf
        .of(organization, kind)
        .switchIfEmpty(
            Mono.error(
                () -> new NotFound("There is no model at work that foretells " + kind + ".")))
        .then();
  }
}
