package io.outlay.domain.userevent.postgres;

import io.outlay.domain.database.Database;
import io.outlay.domain.database.Nulls;
import io.outlay.domain.database.Rows;
import io.outlay.domain.database.Session;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.user.ErasedUser;
import io.outlay.domain.user.UserErasures;
import io.outlay.domain.userevent.Pseudonyms;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Removes users from PostgreSQL. */
public final class PostgresUserErasures implements UserErasures {

  private static final String IDS =
      """
      SELECT $2::bigint AS id UNION
      SELECT former_user_id FROM merged_user WHERE organization_id = $1 AND user_id = $2
      """;

  private static final String EXTERNAL_IDS =
      "SELECT external_id FROM user_identity WHERE organization_id = $1 AND user_id = $2";

  private static final String REMEMBER =
      """
      INSERT INTO erased_identity (organization_id, identity_hash, erased_at)
      SELECT $1, hash, clock_timestamp() FROM unnest($2::text[]) AS hash
      ON CONFLICT (organization_id, identity_hash) DO UPDATE SET erased_at = excluded.erased_at
      """;

  private static final String OF_USER =
      " WHERE organization_id = $1 AND user_id = ANY ($2::bigint[])";

  private static final String MENTIONS =
      """
      UPDATE user_event SET other_identity = NULL
       WHERE organization_id = $1 AND other_identity = ANY ($2::text[])
      """;

  private final Database database;
  private final Pseudonyms pseudonyms;

  /** Works on the given database. */
  public PostgresUserErasures(Database database, Pseudonyms pseudonyms) {
    this.database = database;
    this.pseudonyms = pseudonyms;
  }

  @Override
  public Mono<ErasedUser> find(OrganizationId organization, long userId) {
    List<Long> parameters = List.of(organization.value(), userId);
    Mono<Set<String>> externalIds =
        database
            .inOrganization(organization)
            .query(EXTERNAL_IDS, parameters, row -> Rows.get(row, "external_id", String.class))
            .collect(Collectors.toSet());
    Mono<Set<Long>> ids =
        database
            .inOrganization(organization)
            .query(IDS, parameters, row -> Rows.get(row, "id", Long.class))
            .collect(Collectors.toSet());
    return externalIds
        .filter(known -> !known.isEmpty())
        .zipWith(ids, (known, all) -> new ErasedUser(organization, userId, all, known));
  }

  @Override
  public Mono<Map<String, Long>> erase(ErasedUser user) {
    return database
        .inOrganization(user.organization())
        .transaction(session -> erase(session, user))
        .single();
  }

  private Mono<Map<String, Long>> erase(Session session, ErasedUser user) {
    OrganizationId organization = user.organization();
    return StagedEvents.prepare(session)
        .then(LockedUsers.take(session, organization))
        .then(Contacts.noteSharers(session, organization, user.ids()))
        .then(session.update(REMEMBER, List.of(organization.value(), hashes(user))))
        .then(Mono.defer(() -> removeAll(session, user)))
        .flatMap(removed -> Contacts.count(session, organization).thenReturn(removed));
  }

  private static Mono<Map<String, Long>> removeAll(Session session, ErasedUser user) {
    List<Object> byIds = List.of(user.organization().value(), Nulls.ids(user.ids()));
    List<Object> byExternalIds =
        List.of(user.organization().value(), user.externalIds().toArray(String[]::new));
    Map<String, Mono<Long>> steps = new LinkedHashMap<>();
    steps.put("events", session.update("DELETE FROM user_event" + OF_USER, byIds));
    steps.put("mentions in events of others", session.update(MENTIONS, byExternalIds));
    steps.put("activity", session.update("DELETE FROM user_activity" + OF_USER, byIds));
    steps.put("devices and addresses", session.update("DELETE FROM user_contact" + OF_USER, byIds));
    steps.put("imported features", session.update("DELETE FROM imported_feature" + OF_USER, byIds));
    steps.put("identities", session.update("DELETE FROM user_identity" + OF_USER, byIds));
    steps.put("users", session.update("DELETE FROM app_user" + OF_USER, byIds));
    return Flux.fromIterable(steps.entrySet())
        .concatMap(step -> step.getValue().map(rows -> Map.entry(step.getKey(), rows)))
        .collect(
            LinkedHashMap::new, (removed, step) -> removed.put(step.getKey(), step.getValue()));
  }

  private String[] hashes(ErasedUser user) {
    return user.externalIds().stream()
        .map(id -> pseudonyms.of(user.organization(), Pseudonyms.Kind.USER, id))
        .toArray(String[]::new);
  }
}
