package io.outlay.domain.risk.postgres;

import io.outlay.domain.database.Rows;
import io.outlay.domain.database.Session;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.RiskKind;
import java.util.List;
import reactor.core.publisher.Mono;

/** The row that changes of a kind's models pass one by one; its new version is announced. */
final class ModelSeries {

  private static final String OPEN =
      "INSERT INTO risk_model_series (organization_id, kind) VALUES ($1, $2) ON CONFLICT DO"
          + " NOTHING";
  private static final String CHANGE =
      "UPDATE risk_model_series SET version = version + 1 WHERE organization_id = $1 AND kind = $2";
  private static final String NUMBER =
      "UPDATE risk_model_series SET version = version + 1, last_number = last_number + 1"
          + " WHERE organization_id = $1 AND kind = $2 RETURNING last_number";

  private ModelSeries() {}

  /** Holds off other changes until the end of the transaction. */
  static Mono<Void> change(Session session, OrganizationId organization, RiskKind kind) {
    return session.update(CHANGE, List.of(organization.value(), kind.name())).then();
  }

  /** The same, and gives the next model its number. */
  static Mono<Integer> nextNumber(Session session, OrganizationId organization, RiskKind kind) {
    List<Object> key = List.of(organization.value(), kind.name());
    return session
        .update(OPEN, key)
        .thenMany(session.query(NUMBER, key, row -> Rows.get(row, "last_number", Integer.class)))
        .single();
  }
}
