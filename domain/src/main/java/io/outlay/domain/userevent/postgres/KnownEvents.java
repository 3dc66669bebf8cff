package io.outlay.domain.userevent.postgres;

import io.outlay.domain.database.Rows;
import io.outlay.domain.database.Session;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.userevent.Pseudonyms;
import io.outlay.domain.userevent.UserEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Takes out of the staged events what must not be stored (again). */
final class KnownEvents {

  private static final String REPEATED =
      """
      DELETE FROM staged_user_event s USING user_event e
       WHERE e.organization_id = $1 AND e.event_id = s.event_id
      RETURNING s.event_id
      """;

  private static final String ANY_ERASED =
      "SELECT EXISTS (SELECT FROM erased_identity WHERE organization_id = $1) AS are_any";

  private static final String ERASED =
      """
      SELECT identity_hash, erased_at FROM erased_identity
       WHERE organization_id = $1 AND identity_hash = ANY ($2::text[])
      """;

  private static final String REMOVE =
      "DELETE FROM staged_user_event WHERE event_id = ANY ($1::text[])";

  private KnownEvents() {}

  /** Ids of events that are stored already. */
  static Mono<Set<String>> removeRepeated(Session session, OrganizationId organization) {
    return session
        .query(
            REPEATED, List.of(organization.value()), row -> Rows.get(row, "event_id", String.class))
        .collect(Collectors.toSet());
  }

  /** Ids of events that were recorded before their user was erased. */
  static Mono<Set<String>> removeErased(
      Session session,
      OrganizationId organization,
      Pseudonyms pseudonyms,
      Collection<UserEvent> events) {
    return session
        .query(
            ANY_ERASED,
            List.of(organization.value()),
            row -> Rows.get(row, "are_any", Boolean.class))
        .single()
        .flatMap(
            areAny ->
                areAny
                    ? find(session, organization, pseudonyms, events)
                    : Mono.just(Set.<String>of()))
        .flatMap(erased -> remove(session, erased).thenReturn(erased));
  }

  private static Mono<Set<String>> find(
      Session session,
      OrganizationId organization,
      Pseudonyms pseudonyms,
      Collection<UserEvent> events) {
    Map<String, String> hashes = new HashMap<>();
    events.forEach(
        event ->
            hashes.computeIfAbsent(
                event.userId(), id -> pseudonyms.of(organization, Pseudonyms.Kind.USER, id)));
    return session
        .query(
            ERASED,
            List.of(organization.value(), hashes.values().toArray(String[]::new)),
            row ->
                Map.entry(
                    Rows.get(row, "identity_hash", String.class),
                    Rows.get(row, "erased_at", Instant.class)))
        .collectMap(Map.Entry::getKey, Map.Entry::getValue)
        .map(
            erased ->
                events.stream()
                    .filter(event -> isBefore(event, erased.get(hashes.get(event.userId()))))
                    .map(UserEvent::eventId)
                    .collect(Collectors.toSet()));
  }

  private static boolean isBefore(UserEvent event, @Nullable Instant erasedAt) {
    return erasedAt != null && !event.recordedAt().isAfter(erasedAt);
  }

  private static Mono<Void> remove(Session session, Set<String> ids) {
    return ids.isEmpty()
        ? Mono.empty()
        : session.update(REMOVE, List.of((Object) ids.toArray(String[]::new))).then();
  }
}
