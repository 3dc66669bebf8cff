package io.outlay.domain.audit.postgres;

import static io.outlay.domain.database.Nulls.orNull;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.audit.AuditEntry;
import io.outlay.domain.audit.AuditEvent;
import io.outlay.domain.audit.RequestId;
import io.outlay.domain.database.Database;
import io.outlay.domain.database.Nulls;
import io.outlay.domain.database.Session;
import io.outlay.domain.organization.OrganizationId;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Adds to the audit log and reads it, newest first. */
public final class AuditLog {

  /**
   * Where a page begins: after this event.
   *
   * @param at its time
   * @param id its number
   */
  public record Position(Instant at, long id) {

    /** Before the newest event. */
    public static final Position NEWEST =
        new Position(Instant.parse("9999-12-31T00:00:00Z"), Long.MAX_VALUE);
  }

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String APPEND =
      """
      INSERT INTO audit_event
        (organization_id, actor, action, subject_type, subject_id, before, after, request_id)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)\
      """;

  private static final String PAGE =
      """
      SELECT audit_event_id, at, actor, action, subject_type, subject_id, before, after, request_id
        FROM audit_event
       WHERE organization_id = $1 AND (at, audit_event_id) < ($2, $3)
       ORDER BY at DESC, audit_event_id DESC
       LIMIT $4\
      """;

  private static final String BY_IDS =
      """
      SELECT audit_event_id, at, actor, action, subject_type, subject_id, before, after, request_id
        FROM audit_event WHERE organization_id = $1 AND audit_event_id = ANY ($2)\
      """;

  private final Database database;

  /** Reads through the given database; appending uses the session of the change. */
  public AuditLog(Database database) {
    this.database = database;
  }

  /**
   * Writes the entry in the transaction of the change, so that neither exists without the other.
   * The request's identity comes from the Reactor context.
   */
  public Mono<Void> append(Session session, AuditEntry entry) {
    return Mono.deferContextual(
        context -> {
          @Nullable String requestId = RequestId.of(context).orElse(null);
          return session.update(APPEND, parameters(entry, requestId)).then();
        });
  }

  /** Writes down what the change asks for, in its transaction; gives the change back. */
  public <T> Mono<T> append(Session session, Audit<? super T> audit, T change) {
    return audit
        .of(change)
        .map(entry -> append(session, entry).thenReturn(change))
        .orElseGet(() -> Mono.just(change));
  }

  /**
   * Events of an organization, newest first.
   *
   * @param after the last event already seen, {@link Position#NEWEST} to begin
   * @param limit most events to read
   */
  public Flux<AuditEvent> page(OrganizationId organization, Position after, int limit) {
    return database
        .inOrganization(organization)
        .query(
            PAGE, List.of(organization.value(), after.at(), after.id(), limit), AuditLog::toEvent);
  }

  /** Events of an organization by their numbers, in no order. */
  public Flux<AuditEvent> byIds(OrganizationId organization, Set<Long> ids) {
    return database
        .inOrganization(organization)
        .query(BY_IDS, List.of(organization.value(), Nulls.ids(ids)), AuditLog::toEvent);
  }

  private static List<?> parameters(AuditEntry entry, @Nullable String requestId) {
    return List.of(
        entry.organization().value(),
        entry.actor(),
        entry.action(),
        entry.subjectType(),
        entry.subjectId(),
        orNull(json(entry.before()), Json.class),
        orNull(json(entry.after()), Json.class),
        orNull(requestId, String.class));
  }

  private static @Nullable Json json(@Nullable Map<String, ?> fields) {
    return fields == null ? null : Json.of(JSON.writeValueAsString(fields));
  }

  private static AuditEvent toEvent(Readable row) {
    return new AuditEvent(
        Objects.requireNonNull(row.get("audit_event_id", Long.class)),
        Objects.requireNonNull(row.get("at", OffsetDateTime.class)).toInstant(),
        text(row, "actor"),
        text(row, "action"),
        text(row, "subject_type"),
        text(row, "subject_id"),
        row.get("before", String.class),
        row.get("after", String.class),
        row.get("request_id", String.class));
  }

  private static String text(Readable row, String column) {
    return Objects.requireNonNull(row.get(column, String.class));
  }
}
