package io.outlay.domain.risk;

import io.outlay.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Trainings that flags asked for. */
public interface Retrainings {

  /** Notes that a job trains; nothing changes where that is noted already. */
  Mono<Void> begin(
      OrganizationId organization, RiskKind kind, long jobId, long championId, Instant at);

  /** Notes how it ended. */
  Mono<Void> decide(
      OrganizationId organization,
      long jobId,
      Retraining.State state,
      @Nullable Long candidateId,
      String explanation,
      Instant at);

  /** Trainings of a kind, newest first. */
  Flux<Retraining> newest(OrganizationId organization, RiskKind kind, int most);

  /** Of each champion the trainings its flags asked for, newest first. */
  Flux<Retraining> ofChampions(
      OrganizationId organization, Collection<Long> championIds, int mostEach);
}
