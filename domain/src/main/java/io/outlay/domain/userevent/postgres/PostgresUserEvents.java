package io.outlay.domain.userevent.postgres;

import io.outlay.domain.database.Database;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.LogPosition;
import io.outlay.domain.performance.postgres.LastingErrors;
import io.outlay.domain.performance.postgres.MovedPositions;
import io.outlay.domain.userevent.EventRetention;
import io.outlay.domain.userevent.Pseudonyms;
import io.outlay.domain.userevent.Recorded;
import io.outlay.domain.userevent.UserEvent;
import io.outlay.domain.userevent.UserEvents;
import io.outlay.domain.userevent.UserEventsRefused;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Events of users in PostgreSQL. Safe for use by several threads and processes. */
public final class PostgresUserEvents implements UserEvents {

  private final Database database;
  private final Pseudonyms pseudonyms;
  private final EventRetention retention;
  private final Clock clock;

  /** Works on the given database. */
  public PostgresUserEvents(
      Database database, Pseudonyms pseudonyms, EventRetention retention, Clock clock) {
    this.database = database;
    this.pseudonyms = pseudonyms;
    this.retention = retention;
    this.clock = clock;
  }

  @Override
  public Mono<Recorded> record(
      OrganizationId organization, List<UserEvent> events, List<LogPosition> steps) {
    if (events.size() > MOST_EVENTS) {
      return Mono.error(
          new IllegalArgumentException(events.size() + " events; at most " + MOST_EVENTS));
    }
    return Mono.fromCallable(() -> sort(events))
        .flatMap(sorted -> record(organization, sorted, steps))
        .onErrorMap(LastingErrors::areInTheData, UserEventsRefused::new);
  }

  private Mono<Recorded> record(
      OrganizationId organization, Sorted sorted, List<LogPosition> steps) {
    return database
        .inOrganization(organization)
        .transaction(
            session ->
                sorted.events().isEmpty()
                    ? MovedPositions.move(session, steps).thenReturn(Recorded.NOTHING)
                    : new EventTransaction(session, organization, pseudonyms)
                        .run(sorted.events(), steps))
        .single()
        .map(sorted::complete);
  }

  private Sorted sort(List<UserEvent> events) {
    Instant now = clock.instant();
    Map<String, UserEvent> byId = new LinkedHashMap<>();
    Set<String> repeated = new HashSet<>();
    Set<String> expired = new HashSet<>();
    for (UserEvent event : events) {
      if (event.occurredAt().isBefore(retention.keptFrom(event.type(), now))) {
        expired.add(event.eventId());
      } else if (byId.putIfAbsent(event.eventId(), event) != null) {
        repeated.add(event.eventId());
      }
    }
    return new Sorted(List.copyOf(byId.values()), repeated, expired);
  }

  /** Events of a call, each id once, and what was put aside. */
  private record Sorted(List<UserEvent> events, Set<String> repeated, Set<String> expired) {

    Recorded complete(Recorded stored) {
      Set<String> all = new HashSet<>(stored.repeated());
      all.addAll(repeated);
      return new Recorded(stored.accepted(), all, expired, stored.erased());
    }
  }
}
