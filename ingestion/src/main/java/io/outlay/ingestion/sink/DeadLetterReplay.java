package io.outlay.ingestion.sink;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.error.NotFound;
import io.outlay.domain.organization.Change;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.performance.DeadLetter;
import io.outlay.domain.performance.DeadLetters;
import io.outlay.domain.performance.DeadLetters.Delivery;
import io.outlay.ingestion.log.NewRecord;
import io.outlay.ingestion.log.RecordLog;
import io.outlay.ingestion.slice.SliceRecords;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Delivers dead letters again, as they are. */
public final class DeadLetterReplay {

  private final DeadLetters deadLetters;
  private final RecordLog log;

  /** Reads from the one and writes to the other. */
  public DeadLetterReplay(DeadLetters deadLetters, RecordLog log) {
    this.deadLetters = deadLetters;
    this.log = log;
  }

  /**
   * Writes the record to the log once more; it is applied or set aside again some time later.
   * Errors with {@link NotFound} where there is none within the scope.
   *
   * @param audit what to write down about it, in the transaction that notes it
   * @return the dead letter with the time of its replay
   */
  public Mono<DeadLetter> replay(
      OrganizationId organization, Scope scope, long id, Audit<Change<DeadLetter>> audit) {
    return deadLetters
        .byIds(organization, scope, List.of(id))
        .singleOrEmpty()
        .flatMap(seen -> replay(organization, seen.id(), audit))
        .switchIfEmpty(Mono.error(() -> new NotFound("There is no such dead letter.")));
  }

  private Mono<DeadLetter> replay(
      OrganizationId organization, long id, Audit<Change<DeadLetter>> audit) {
    return deadLetters.replay(
        organization, id, delivery -> log.publish(record(organization, delivery)), audit);
  }

  private static NewRecord record(OrganizationId organization, Delivery delivery) {
    Map<String, String> headers = new HashMap<>();
    headers.put(SliceRecords.ORGANIZATION, organization.toString());
    headers.put(SliceRecords.SCHEMA_VERSION, delivery.schemaVersion());
    if (delivery.jobId() != null) {
      headers.put(SliceRecords.JOB, delivery.jobId().toString());
    }
    if (delivery.largeSlice() != null) {
      headers.put(SliceRecords.LARGE_SLICE, delivery.largeSlice().toString());
    }
    return new NewRecord(delivery.topic(), delivery.key(), headers, delivery.bytes());
  }
}
