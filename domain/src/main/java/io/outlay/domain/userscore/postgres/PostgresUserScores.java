package io.outlay.domain.userscore.postgres;

import io.outlay.domain.database.Database;
import io.outlay.domain.database.Rows;
import io.outlay.domain.database.Session;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.userscore.KeptScore;
import io.outlay.domain.userscore.UserQuery;
import io.outlay.domain.userscore.UserScores;
import java.util.List;
import reactor.core.publisher.Mono;

/** Latest scores in table {@code user_score}. */
public final class PostgresUserScores implements UserScores {

  private final Database database;

  /** Uses the given database. */
  public PostgresUserScores(Database database) {
    this.database = database;
  }

  @Override
  public Mono<Integer> keep(OrganizationId organization, List<KeptScore> scores) {
    return database
        .inOrganization(organization)
        .transaction(session -> keep(session, organization, scores))
        .single();
  }

  /** The same within a transaction; call it last, since it holds the organization's counter. */
  public static Mono<Integer> keep(
      Session session, OrganizationId organization, List<KeptScore> scores) {
    return scores.isEmpty()
        ? Mono.just(0)
        : session
            .query(KeepScores.SQL, KeepScores.parameters(organization, scores), KeepScores::changed)
            .filter(KeepScores.Changed::isChange)
            .collectList()
            .flatMap(changed -> record(session, organization, changed));
  }

  private static Mono<Integer> record(
      Session session, OrganizationId organization, List<KeepScores.Changed> changed) {
    return changed.isEmpty()
        ? Mono.just(0)
        : session
            .query(
                KeepScores.RECORD,
                KeepScores.changes(organization, changed),
                row -> Rows.get(row, "newest", Long.class))
            .then(Mono.just(changed.size()));
  }

  @Override
  public Mono<List<ListedUser>> page(UserQuery query) {
    return database
        .inOrganization(query.organization())
        .query(
            UserPages.sql(query),
            UserPages.parameters(query),
            row -> UserPages.user(query.organization(), row))
        .collectList();
  }

  @Override
  public Mono<Long> count(UserQuery query) {
    return database
        .inOrganization(query.organization())
        .one(
            UserPages.countSql(query),
            UserPages.conditions(query),
            row -> Rows.get(row, "users", Long.class));
  }
}
