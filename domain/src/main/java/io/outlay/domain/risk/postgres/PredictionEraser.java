package io.outlay.domain.risk.postgres;

import io.outlay.domain.database.Database;
import io.outlay.domain.database.Nulls;
import io.outlay.domain.user.ErasedUser;
import io.outlay.domain.user.UserEraser;
import java.util.List;
import reactor.core.publisher.Mono;

/** Removes all that was ever foretold of a user from table {@code risk_prediction}. */
public final class PredictionEraser implements UserEraser {

  private static final String ERASE =
      "DELETE FROM risk_prediction WHERE organization_id = $1 AND user_id = ANY ($2)";

  private final Database database;

  /** Uses the given database. */
  public PredictionEraser(Database database) {
    this.database = database;
  }

  @Override
  public String store() {
    return "predictions";
  }

  @Override
  public Mono<Long> erase(ErasedUser user) {
    return database
        .inOrganization(user.organization())
        .update(ERASE, List.of(user.organization().value(), Nulls.ids(user.ids())));
  }
}
