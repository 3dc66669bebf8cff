package io.outlay.domain.userevent.postgres;

import io.outlay.domain.database.Database;
import io.outlay.domain.database.Nulls;
import io.outlay.domain.database.Rows;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.userevent.EventHistory;
import io.outlay.domain.userevent.KnownContacts;
import io.outlay.domain.userevent.KnownEvent;
import io.outlay.domain.userevent.UserAt;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The history of events in PostgreSQL, read as it is asked for. */
public final class PostgresEventHistory implements EventHistory {

  private final Database database;

  /** Uses the given database. */
  public PostgresEventHistory(Database database) {
    this.database = database;
  }

  @Override
  public Mono<Long> countUsers(OrganizationId organization) {
    return database
        .inOrganization(organization)
        .one(
            HistoryStatements.COUNT_USERS,
            List.of(organization.value()),
            row -> Rows.get(row, "users", Long.class));
  }

  @Override
  public Mono<List<Long>> users(OrganizationId organization, long after, int limit) {
    return database
        .inOrganization(organization)
        .query(
            HistoryStatements.USERS,
            List.of(organization.value(), after, atMost(limit)),
            row -> Rows.get(row, "user_id", Long.class))
        .collectList();
  }

  @Override
  public Mono<Map<Long, Instant>> signUps(
      OrganizationId organization, Collection<Long> userIds, Instant knownBy) {
    return database
        .inOrganization(organization)
        .query(
            HistoryStatements.SIGN_UPS,
            of(organization, userIds, knownBy),
            row ->
                Map.entry(
                    Rows.get(row, "user_id", Long.class),
                    Rows.get(row, "signed_up_at", Instant.class)))
        .collectMap(Map.Entry::getKey, Map.Entry::getValue);
  }

  @Override
  public Flux<KnownEvent> events(
      OrganizationId organization, Collection<Long> userIds, Instant knownBy) {
    return database
        .inOrganization(organization)
        .query(
            HistoryStatements.EVENTS,
            of(organization, userIds, knownBy),
            row -> HistoryRows.toEvent(row));
  }

  @Override
  public Mono<List<KnownContacts>> contacts(OrganizationId organization, List<UserAt> usersAt) {
    return database
        .inOrganization(organization)
        .query(HistoryStatements.CONTACTS, places(organization, usersAt), HistoryRows.Contacts::of)
        .collectList()
        .map(found -> inOrder(usersAt.size(), found));
  }

  @Override
  public Mono<Boolean> hasRecorded(OrganizationId organization, Instant after, Instant until) {
    return database
        .inOrganization(organization)
        .one(
            HistoryStatements.HAS_RECORDED,
            List.of(organization.value(), after, until),
            row -> Rows.get(row, "has_recorded", Boolean.class));
  }

  private static List<Object> of(
      OrganizationId organization, Collection<Long> userIds, Instant knownBy) {
    atMost(userIds.size());
    return List.of(organization.value(), Nulls.ids(userIds), knownBy);
  }

  private static List<Object> places(OrganizationId organization, List<UserAt> usersAt) {
    atMost(usersAt.size());
    return List.of(
        organization.value(),
        IntStream.range(0, usersAt.size()).boxed().toArray(Integer[]::new),
        usersAt.stream().map(UserAt::userId).toArray(Long[]::new),
        usersAt.stream().map(UserAt::at).toArray(Instant[]::new));
  }

  private static List<KnownContacts> inOrder(int size, List<HistoryRows.Contacts> found) {
    KnownContacts[] known =
        Stream.generate(() -> KnownContacts.NONE).limit(size).toArray(KnownContacts[]::new);
    for (HistoryRows.Contacts one : found) {
      known[one.place()] = one.addedTo(known[one.place()]);
    }
    return List.of(known);
  }

  private static int atMost(int asked) {
    if (asked > MOST) {
      throw new IllegalArgumentException(asked + " at once are more than " + MOST);
    }
    return asked;
  }
}
