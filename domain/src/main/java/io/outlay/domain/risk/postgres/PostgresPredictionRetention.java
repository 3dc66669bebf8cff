package io.outlay.domain.risk.postgres;

import io.outlay.domain.database.Database;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.PredictionRetention;
import java.time.LocalDate;
import java.util.List;
import reactor.core.publisher.Mono;

/** Deletes from table {@code risk_prediction}. */
public final class PostgresPredictionRetention implements PredictionRetention {

  private static final String DELETE =
      """
      DELETE FROM risk_prediction WHERE organization_id = $1 AND ctid = ANY (ARRAY(
        SELECT ctid FROM risk_prediction WHERE organization_id = $1 AND day < $2 LIMIT $3))
      """;

  private final Database database;

  /** Uses the given database. */
  public PostgresPredictionRetention(Database database) {
    this.database = database;
  }

  @Override
  public Mono<Long> deleteBefore(OrganizationId organization, LocalDate day, int most) {
    return database
        .inOrganization(organization)
        .update(DELETE, List.of(organization.value(), day, most));
  }
}
