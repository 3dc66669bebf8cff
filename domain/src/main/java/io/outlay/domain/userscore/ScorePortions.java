package io.outlay.domain.userscore;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.RiskKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Portions of users that jobs score, and which of them are done. */
public interface ScorePortions {

  /** Most users of a portion. */
  int USERS = 1_000;

  /**
   * Cuts all users into portions, once for a job: a second call finds those of the first.
   *
   * @param heardAfter only users of whom something was recorded since; null for all
   */
  Mono<Void> cut(
      OrganizationId organization,
      long jobId,
      List<RiskKind> kinds,
      Instant at,
      @Nullable Instant heardAfter);

  /** Numbers of the portions that are neither done nor failed. */
  Flux<Integer> open(OrganizationId organization, long jobId);

  /** A portion that is neither done nor failed, of a job that still runs; empty otherwise. */
  Mono<ScorePortion> find(OrganizationId organization, long jobId, int number);

  /** Numbers of a portion's users. */
  Mono<List<Long>> users(ScorePortion portion);

  /**
   * Keeps a portion's scores and marks it done, both or neither. Whoever comes second changes
   * nothing.
   *
   * @return whether it was this call that did it
   */
  Mono<Boolean> finish(ScorePortion portion, List<KeptScore> scores);

  /** Marks a portion as one that cannot be scored. */
  Mono<Void> fail(ScorePortion portion, String message);

  /** How far a job is. */
  Mono<Totals> totals(OrganizationId organization, long jobId);

  /**
   * How far a job is.
   *
   * @param users in all
   * @param done users of portions that are done
   * @param open portions that are not
   * @param failure why a portion cannot be scored; null when none is so
   */
  record Totals(long users, long done, int open, @Nullable String failure) {}
}
