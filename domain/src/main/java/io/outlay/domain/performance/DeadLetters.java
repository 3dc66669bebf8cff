package io.outlay.domain.performance;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.organization.Change;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Deliveries that were set aside. */
public interface DeadLetters {

  /**
   * Keeps a record and tells the job that waits for it, in one transaction. The same record is kept
   * once, and none of an organization that does not exist.
   */
  Mono<Void> bury(BuriedRecord record);

  /**
   * Dead letters by their ids, in no order; unknown ids and those out of scope are left out. One
   * that tells no account is seen by unlimited tokens alone.
   */
  Flux<DeadLetter> byIds(OrganizationId organization, Scope scope, Collection<Long> ids);

  /**
   * Dead letters within the scope, newest first.
   *
   * @param isReplayed only those that were tried again, or were not; null for both
   * @param before only those with a smaller id; null to begin with the newest
   * @param limit at most so many
   */
  Flux<DeadLetter> newest(
      OrganizationId organization,
      Scope scope,
      @Nullable Boolean isReplayed,
      @Nullable Long before,
      int limit);

  /**
   * Delivers one again and notes when, or neither: it is noted and written down first, and
   * committed once it is delivered. Two callers take turns.
   *
   * @param deliver puts the record back into the log; its error undoes the note
   * @param audit what to write down in the same transaction
   * @return the dead letter with the time of its replay; empty when there is none of that id
   */
  Mono<DeadLetter> replay(
      OrganizationId organization,
      long id,
      Function<Delivery, Mono<Void>> deliver,
      Audit<Change<DeadLetter>> audit);

  /**
   * A record as it was.
   *
   * @param largeSlice where its bytes are kept when they do not travel in the record
   */
  @SuppressWarnings("ArrayRecordComponent") // megabytes that are handed on, not compared
  record Delivery(
      String topic,
      String key,
      String schemaVersion,
      @Nullable Long jobId,
      @Nullable UUID largeSlice,
      byte[] bytes) {}
}
