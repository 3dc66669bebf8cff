package io.outlay.domain.job;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Long work and how far it is.
 *
 * @param kind what work, for example {@code SPEND_IMPORT}
 * @param request what was asked, as JSON
 * @param result what came out so far, as JSON; null until there is something
 * @param done units done, in units of the work's own
 * @param total units in all; null while unknown
 * @param errorCode why it failed; null unless it did
 * @param requestedBy who asked, for people
 * @param scope how far the asker could look, and so how far the work may reach
 */
public record Job(
    OrganizationId organization,
    long id,
    String kind,
    JobState state,
    String request,
    @Nullable String result,
    long done,
    @Nullable Long total,
    @Nullable String errorCode,
    @Nullable String errorMessage,
    String requestedBy,
    Scope scope,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt) {

  /** Seconds until the end, from the speed so far; empty while unknown and after the end. */
  public OptionalLong etaSeconds(Instant now) {
    if (state != JobState.RUNNING
        || total == null
        || startedAt == null
        || done <= 0
        || done > total) {
      return OptionalLong.empty();
    }
    double soFar = Math.max(0, Duration.between(startedAt, now).toMillis());
    return OptionalLong.of(Math.round(soFar / done * (total - done) / 1000));
  }

  /** Whether nothing will change any more. */
  public boolean isFinished() {
    return state != JobState.WAITING && state != JobState.RUNNING;
  }
}
