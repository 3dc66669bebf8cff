package io.outlay.domain.userevent.postgres;

import io.outlay.domain.database.Rows;
import io.outlay.domain.database.Session;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.postgres.CopyText;
import io.outlay.domain.userevent.EventType;
import io.outlay.domain.userevent.UserEvent;
import io.outlay.domain.userevent.postgres.FoldedActivities.Known;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes one user of those whose ids turn out to be of one. The user seen first survives. */
final class LinkedIdentities {

  private static final String USERS =
      """
      SELECT external_id, user_id FROM user_identity
       WHERE organization_id = $1 AND external_id = ANY ($2::text[])
      """;

  private static final String MERGED =
      " FROM unnest($2::bigint[], $3::bigint[], $4::text[]::timestamptz[]) AS m (former, survivor,"
          + " at) ";

  private static final List<String> MOVES =
      List.of(
          "UPDATE user_identity i SET user_id = m.survivor,"
              + " linked_at = greatest(coalesce(i.linked_at, m.at), m.at)"
              + MERGED
              + "WHERE i.organization_id = $1 AND i.user_id = m.former",
          "UPDATE user_event e SET user_id = m.survivor"
              + MERGED
              + "WHERE e.organization_id = $1 AND e.user_id = m.former",
          "INSERT INTO user_contact AS k (organization_id, kind, contact, user_id, recorded_at)"
              + " SELECT $1, c.kind, c.contact, m.survivor, min(c.recorded_at)"
              + MERGED
              + "JOIN user_contact c ON c.organization_id = $1 AND c.user_id = m.former"
              + " GROUP BY c.kind, c.contact, m.survivor"
              + " ON CONFLICT (organization_id, kind, contact, user_id) DO UPDATE"
              + " SET recorded_at = least(k.recorded_at, excluded.recorded_at)",
          "INSERT INTO imported_feature (organization_id, name, user_id, known_at, value) SELECT"
              + " DISTINCT ON (f.name, m.survivor, f.known_at) $1, f.name, m.survivor, f.known_at,"
              + " f.value"
              + MERGED
              + "JOIN imported_feature f ON f.organization_id = $1 AND f.user_id = m.former"
              + " ORDER BY f.name, m.survivor, f.known_at, m.former ON CONFLICT DO NOTHING",
          "UPDATE merged_user u SET user_id = m.survivor"
              + MERGED
              + "WHERE u.organization_id = $1 AND u.user_id = m.former",
          "INSERT INTO merged_user (organization_id, former_user_id, user_id)"
              + " SELECT $1, m.former, m.survivor"
              + MERGED);

  private static final List<String> LEFT =
      List.of("user_contact", "imported_feature", "user_activity", "risk_prediction", "app_user");

  private static final String IMPORTED =
      """
      UPDATE user_activity a SET imported = f.latest
        FROM (SELECT user_id, jsonb_object_agg(name, jsonb_build_array(value, known_at)) AS latest
                FROM (SELECT DISTINCT ON (user_id, name) user_id, name, value, known_at FROM imported_feature
                       WHERE organization_id = $1 AND user_id = ANY ($2::bigint[])
                       ORDER BY user_id, name, known_at DESC) l
               GROUP BY user_id) f
       WHERE a.organization_id = $1 AND a.user_id = f.user_id
      """;

  private LinkedIdentities() {}

  /** Whether there is anything to be done. */
  static boolean areIn(Collection<UserEvent> events) {
    return events.stream().anyMatch(event -> event.type() == EventType.IDS_LINKED);
  }

  /** Merges the users whom these events link; gives how many were given up. */
  static Mono<Integer> merge(
      Session session, OrganizationId organization, Collection<UserEvent> events) {
    List<UserEvent> linking =
        events.stream().filter(event -> event.type() == EventType.IDS_LINKED).toList();
    String[] ids =
        linking.stream()
            .flatMap(event -> Stream.of(event.userId(), other(event)))
            .distinct()
            .toArray(String[]::new);
    return session
        .query(
            USERS,
            List.of(organization.value(), ids),
            row ->
                Map.entry(
                    Rows.get(row, "external_id", String.class),
                    Rows.get(row, "user_id", Long.class)))
        .collectMap(Map.Entry::getKey, Map.Entry::getValue)
        .map(users -> Merge.of(linking.stream().map(event -> link(users, event)).toList()))
        .flatMap(
            merges ->
                merges.isEmpty()
                    ? Mono.just(0)
                    : apply(session, organization, merges).thenReturn(merges.size()));
  }

  private static Merge.Link link(Map<String, Long> users, UserEvent event) {
    return new Merge.Link(
        Objects.requireNonNull(users.get(event.userId())),
        Objects.requireNonNull(users.get(other(event))),
        event.recordedAt());
  }

  private static String other(UserEvent event) {
    return Objects.requireNonNull(event.otherUserId(), "a link without the other id");
  }

  private static Mono<Void> apply(
      Session session, OrganizationId organization, List<Merge> merges) {
    Set<Long> touched = new TreeSet<>();
    merges.forEach(merge -> touched.addAll(List.of(merge.former(), merge.survivor())));
    Long[] survivors = merges.stream().map(Merge::survivor).distinct().toArray(Long[]::new);
    List<Object> moved =
        List.of(
            organization.value(),
            merges.stream().map(Merge::former).toArray(Long[]::new),
            merges.stream().map(Merge::survivor).toArray(Long[]::new),
            merges.stream().map(merge -> merge.at().toString()).toArray(String[]::new));
    return Contacts.noteSharers(session, organization, touched)
        .then(FoldedActivities.read(session, organization, touched))
        .flatMap(known -> writeSums(session, organization, merges, known))
        .thenMany(Flux.fromIterable(MOVES))
        .concatMap(sql -> session.update(sql, moved))
        .thenMany(Flux.fromIterable(LEFT))
        .concatMap(table -> session.update(left(table), moved.subList(0, 2)))
        .then(session.update(IMPORTED, List.of(organization.value(), survivors)))
        .then();
  }

  private static String left(String table) {
    return "DELETE FROM " + table + " WHERE organization_id = $1 AND user_id = ANY ($2::bigint[])";
  }

  private static Mono<Void> writeSums(
      Session session, OrganizationId organization, List<Merge> merges, Map<Long, Known> known) {
    Map<Long, Known> sums = new HashMap<>();
    for (Merge merge : merges) {
      Known former = known.get(merge.former());
      if (former != null) {
        Known before = sums.getOrDefault(merge.survivor(), known.get(merge.survivor()));
        Known survivor = before == null ? Known.nothing(merge.survivor()) : before;
        sums.put(merge.survivor(), survivor.plus(former));
      }
    }
    if (sums.isEmpty()) {
      return Mono.empty();
    }
    CopyText text = new CopyText();
    sums.values().forEach(sum -> FoldedActivities.line(text, sum));
    return FoldedActivities.write(session, organization, text.buffer());
  }
}
