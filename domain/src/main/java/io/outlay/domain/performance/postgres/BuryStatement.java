package io.outlay.domain.performance.postgres;

import static io.outlay.domain.database.Nulls.orNull;

import io.outlay.domain.database.Session;
import io.outlay.domain.performance.BuriedRecord;
import io.outlay.domain.performance.SliceHead;
import io.outlay.domain.performance.SliceKey;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Keeps a record that could not be applied. */
final class BuryStatement {

  // An organization that does not exist has nobody to be told.
  private static final String KNOWN =
      "SELECT true FROM organization WHERE organization_id = $1 FOR KEY SHARE";

  private static final String KEEP =
      """
      INSERT INTO dead_letter (organization_id, cluster, topic, partition, record, record_key, schema_version, cause_code, cause_message,
                               job_id, payload, large_slice_id, channel, account_external_id, first_day, last_day)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
      ON CONFLICT DO NOTHING
      """;

  private static final String TELL =
      """
      INSERT INTO slice_receipt (organization_id, job_id, slice, sequence, failure) VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (organization_id, job_id, slice, sequence) DO UPDATE SET failure = excluded.failure
      """;

  private BuryStatement() {}

  static Mono<Void> run(Session session, BuriedRecord record) {
    return session
        .query(KNOWN, List.of(record.organization().value()), row -> true)
        .singleOrEmpty()
        .flatMap(known -> session.update(KEEP, parameters(record)).then(tell(session, record)))
        .then(Mono.defer(() -> SequenceAhead.keep(session, sequence(record))));
  }

  private static List<?> parameters(BuriedRecord record) {
    @Nullable SliceKey key = record.head() == null ? null : record.head().key();
    return List.of(
        record.organization().value(),
        record.cluster(),
        record.topic(),
        record.partition(),
        record.number(),
        record.key(),
        record.schemaVersion(),
        record.cause().name(),
        record.message(),
        orNull(record.jobId(), Long.class),
        record.bytes(),
        orNull(record.largeSlice(), UUID.class),
        orNull(key == null ? null : key.account().channel(), String.class),
        orNull(key == null ? null : key.account().externalId(), String.class),
        orNull(key == null ? null : key.period().firstDay(), LocalDate.class),
        orNull(key == null ? null : key.period().lastDay(), LocalDate.class));
  }

  private static Mono<Void> tell(Session session, BuriedRecord record) {
    @Nullable Long job = record.jobId();
    return job == null
        ? Mono.empty()
        : session
            .update(
                TELL,
                List.of(
                    record.organization().value(),
                    job,
                    slice(record),
                    sequence(record),
                    record.message()))
            .then();
  }

  /** 0 where the record could not be read so far. */
  private static long sequence(BuriedRecord record) {
    @Nullable SliceHead head = record.head();
    return head == null ? 0 : head.sequence();
  }

  /** The name the receipt would have if the slice were applied. */
  private static String slice(BuriedRecord record) {
    @Nullable SliceHead head = record.head();
    if (head == null) {
      return String.join(
          "/",
          record.cluster(),
          record.topic(),
          Integer.toString(record.partition()),
          Long.toString(record.number()));
    }
    SliceKey key = head.key();
    return String.join(
        "/",
        key.account().channel(),
        key.account().externalId(),
        key.measurer().name(),
        key.view().name(),
        key.source(),
        key.period().firstDay().toString(),
        key.period().lastDay().toString());
  }
}
