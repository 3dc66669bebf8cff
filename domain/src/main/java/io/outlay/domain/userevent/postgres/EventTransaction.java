package io.outlay.domain.userevent.postgres;

import io.netty.buffer.ByteBuf;
import io.outlay.domain.database.Session;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.LogPosition;
import io.outlay.domain.performance.postgres.MovedPositions;
import io.outlay.domain.userevent.Pseudonyms;
import io.outlay.domain.userevent.Recorded;
import io.outlay.domain.userevent.UserEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The statements of one transaction, in their order. */
final class EventTransaction {

  private final Session session;
  private final OrganizationId organization;
  private final Pseudonyms pseudonyms;

  EventTransaction(Session session, OrganizationId organization, Pseudonyms pseudonyms) {
    this.session = session;
    this.organization = organization;
    this.pseudonyms = pseudonyms;
  }

  /**
   * Everything up to the commit. Conversion and staging come before the lock: other connections do
   * not see them.
   *
   * @param events each id once
   */
  Mono<Recorded> run(List<UserEvent> events, List<LogPosition> steps) {
    return StagedEvents.prepare(session)
        .then(ReportingRates.of(session, organization, events))
        .flatMap(rates -> convert(rates, events))
        .flatMap(
            staged ->
                StagedEvents.fill(session, staged.text())
                    .then(LockedUsers.take(session, organization))
                    .then(Mono.defer(() -> merge(staged.events()))))
        .flatMap(
            recorded ->
                MovedPositions.move(session, steps)
                    .then(StagedEvents.beforeCommit(session))
                    .thenReturn(recorded));
  }

  /** Costs some time: not for the event loop. */
  private static Mono<Staged> convert(ReportingRates rates, List<UserEvent> events) {
    return Mono.fromCallable(
            () -> {
              List<UserEvent> converted =
                  events.stream().map(event -> event.stored(rates.micros(event), true)).toList();
              return new Staged(converted, StagedEvents.text(converted));
            })
        .subscribeOn(Schedulers.parallel());
  }

  private Mono<Recorded> merge(List<UserEvent> events) {
    return KnownEvents.removeRepeated(session, organization)
        .flatMap(
            repeated ->
                KnownEvents.removeErased(session, organization, pseudonyms, events)
                    .flatMap(erased -> store(without(events, repeated, erased), repeated, erased)));
  }

  private Mono<Recorded> store(List<UserEvent> fresh, Set<String> repeated, Set<String> erased) {
    Recorded recorded = new Recorded(fresh.size(), repeated, Set.of(), erased);
    if (fresh.isEmpty()) {
      return Mono.just(recorded);
    }
    Mono<Integer> merged =
        LinkedIdentities.areIn(fresh)
            ? LinkedIdentities.merge(session, organization, fresh)
            : Mono.just(0);
    return NewUsers.make(session, organization)
        .then(merged)
        .flatMap(
            count ->
                NewEvents.store(session, organization, fresh)
                    .flatMap(byUser -> FoldedActivities.fold(session, organization, byUser))
                    .then(Contacts.add(session, organization, fresh))
                    .filter(touched -> touched + count > 0)
                    .flatMap(touched -> Contacts.count(session, organization)))
        .thenReturn(recorded);
  }

  private static List<UserEvent> without(
      List<UserEvent> events, Set<String> repeated, Set<String> erased) {
    Set<String> out = new HashSet<>(repeated);
    out.addAll(erased);
    return out.isEmpty()
        ? events
        : new ArrayList<>(events.stream().filter(e -> !out.contains(e.eventId())).toList());
  }

  private record Staged(List<UserEvent> events, ByteBuf text) {}
}
