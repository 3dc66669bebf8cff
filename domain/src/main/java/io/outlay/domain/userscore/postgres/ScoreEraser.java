package io.outlay.domain.userscore.postgres;

import io.outlay.domain.database.Database;
import io.outlay.domain.database.Nulls;
import io.outlay.domain.user.ErasedUser;
import io.outlay.domain.user.UserEraser;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Removes kept scores, changes of bands and automated decisions of a user. */
public final class ScoreEraser implements UserEraser {

  private static final List<String> TABLES =
      List.of("user_score", "band_change", "action_decision");

  private final Database database;

  /** Uses the given database. */
  public ScoreEraser(Database database) {
    this.database = database;
  }

  @Override
  public String store() {
    return "scores and decisions";
  }

  @Override
  public Mono<Long> erase(ErasedUser user) {
    List<?> parameters = List.of(user.organization().value(), Nulls.ids(user.ids()));
    return database
        .inOrganization(user.organization())
        .transaction(
            session ->
                Flux.fromIterable(TABLES)
                    .concatMap(table -> session.update(delete(table), parameters))
                    .reduce(0L, Long::sum))
        .single();
  }

  private static String delete(String table) {
    return "DELETE FROM " + table + " WHERE organization_id = $1 AND user_id = ANY ($2)";
  }
}
