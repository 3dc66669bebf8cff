package io.outlay.domain.performance.postgres;

import static io.outlay.domain.database.Nulls.orNull;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.audit.postgres.AuditLog;
import io.outlay.domain.database.Database;
import io.outlay.domain.database.Nulls;
import io.outlay.domain.database.Session;
import io.outlay.domain.organization.Change;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.performance.BuriedRecord;
import io.outlay.domain.performance.DeadLetter;
import io.outlay.domain.performance.DeadLetterCause;
import io.outlay.domain.performance.DeadLetters;
import io.outlay.domain.performance.Period;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Dead letters in PostgreSQL. */
public final class PostgresDeadLetters implements DeadLetters {

  private static final String COLUMNS =
      """
      SELECT dead_letter_id, channel, account_external_id, first_day, last_day, cause_code, cause_message,
             octet_length(payload)::bigint AS byte_count, created_at, replayed_at
        FROM dead_letter
      """;

  private static final String WITHIN =
      """
       AND (($2::bigint[] IS NULL AND $3::bigint[] IS NULL) OR EXISTS (
             SELECT FROM ad_account a
               JOIN channel c ON c.organization_id = a.organization_id AND c.channel_id = a.channel_id
              WHERE a.organization_id = $1 AND c.key = dead_letter.channel AND a.external_id = dead_letter.account_external_id
                AND ($2 IS NULL OR a.ad_account_id = ANY ($2)) AND ($3 IS NULL OR a.channel_id = ANY ($3))))
      """;

  private static final String BY_IDS =
      COLUMNS + " WHERE organization_id = $1 AND dead_letter_id = ANY ($4::bigint[])" + WITHIN;

  private static final String LOCKED =
      COLUMNS + " WHERE organization_id = $1 AND dead_letter_id = $2 FOR UPDATE";

  private static final String NEWEST =
      COLUMNS
          + """
           WHERE organization_id = $1
             AND ($4::boolean IS NULL OR (replayed_at IS NOT NULL) = $4)
             AND ($5::bigint IS NULL OR dead_letter_id < $5)
          """
          + WITHIN
          + " ORDER BY dead_letter_id DESC LIMIT $6";

  private static final String DELIVERY =
      """
      SELECT topic, record_key, schema_version, job_id, large_slice_id, payload
        FROM dead_letter WHERE organization_id = $1 AND dead_letter_id = $2
      """;

  private static final String REPLAYED =
      "UPDATE dead_letter SET replayed_at = clock_timestamp() WHERE organization_id = $1 AND"
          + " dead_letter_id = $2";

  private final Database database;
  private final AuditLog log;

  /** Works on the given database. */
  public PostgresDeadLetters(Database database) {
    this.database = database;
    this.log = new AuditLog(database);
  }

  @Override
  public Mono<Void> bury(BuriedRecord record) {
    return database
        .inOrganization(record.organization())
        .transaction(session -> BuryStatement.run(session, record))
        .then();
  }

  @Override
  public Flux<DeadLetter> byIds(OrganizationId organization, Scope scope, Collection<Long> ids) {
    return database
        .inOrganization(organization)
        .query(
            BY_IDS,
            List.of(
                organization.value(),
                Nulls.ids(scope.adAccountIds()),
                Nulls.ids(scope.channelIds()),
                Nulls.ids(ids)),
            row -> letter(organization, row));
  }

  @Override
  public Flux<DeadLetter> newest(
      OrganizationId organization,
      Scope scope,
      @Nullable Boolean isReplayed,
      @Nullable Long before,
      int limit) {
    return database
        .inOrganization(organization)
        .query(
            NEWEST,
            List.of(
                organization.value(),
                Nulls.ids(scope.adAccountIds()),
                Nulls.ids(scope.channelIds()),
                orNull(isReplayed, Boolean.class),
                orNull(before, Long.class),
                limit),
            row -> letter(organization, row));
  }

  @Override
  public Mono<DeadLetter> replay(
      OrganizationId organization,
      long id,
      Function<Delivery, Mono<Void>> deliver,
      Audit<Change<DeadLetter>> audit) {
    List<Object> key = List.of(organization.value(), id);
    return database
        .inOrganization(organization)
        .transaction(
            session ->
                session
                    .query(LOCKED, key, row -> letter(organization, row))
                    .singleOrEmpty()
                    .flatMap(before -> noted(session, key, before))
                    .flatMap(change -> log.append(session, audit, change))
                    .flatMap(change -> delivered(session, key, deliver).thenReturn(change.after())))
        .singleOrEmpty();
  }

  private static Mono<Change<DeadLetter>> noted(
      Session session, List<Object> key, DeadLetter before) {
    return session
        .update(REPLAYED, key)
        .thenMany(session.query(LOCKED, key, row -> letter(before.organization(), row)))
        .single()
        .map(after -> new Change<>(before, after));
  }

  private static Mono<Void> delivered(
      Session session, List<Object> key, Function<Delivery, Mono<Void>> deliver) {
    return session.query(DELIVERY, key, PostgresDeadLetters::delivery).single().flatMap(deliver);
  }

  private static Delivery delivery(Readable row) {
    return new Delivery(
        Rows.value(row, "topic", String.class),
        Rows.value(row, "record_key", String.class),
        Rows.value(row, "schema_version", String.class),
        row.get("job_id", Long.class),
        row.get("large_slice_id", UUID.class),
        Rows.value(row, "payload", byte[].class));
  }

  private static DeadLetter letter(OrganizationId organization, Readable row) {
    LocalDate first = row.get("first_day", LocalDate.class);
    LocalDate last = row.get("last_day", LocalDate.class);
    return new DeadLetter(
        organization,
        Rows.value(row, "dead_letter_id", Long.class),
        row.get("channel", String.class),
        row.get("account_external_id", String.class),
        first == null || last == null ? null : new Period(first, last),
        DeadLetterCause.valueOf(Rows.value(row, "cause_code", String.class)),
        Rows.value(row, "cause_message", String.class),
        Rows.value(row, "byte_count", Long.class),
        Rows.value(row, "created_at", Instant.class),
        row.get("replayed_at", Instant.class));
  }
}
