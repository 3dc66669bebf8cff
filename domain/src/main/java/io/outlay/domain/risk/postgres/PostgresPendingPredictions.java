package io.outlay.domain.risk.postgres;

import io.outlay.domain.database.Database;
import io.outlay.domain.database.Rows;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.PendingPrediction;
import io.outlay.domain.risk.PendingPredictions;
import io.outlay.domain.risk.PredictionOutcome;
import io.outlay.domain.risk.RiskKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Outcomes in table {@code risk_prediction}. */
public final class PostgresPendingPredictions implements PendingPredictions {

  private static final String OLDEST =
      """
      SELECT DISTINCT scored_at, user_id FROM risk_prediction
       WHERE organization_id = $1 AND kind = $2 AND outcome IS NULL AND (scored_at, user_id) > ($3::timestamptz, $4)
       ORDER BY scored_at, user_id LIMIT $5
      """;

  private static final String CONCLUDE =
      """
      UPDATE risk_prediction p SET outcome = known.outcome, outcome_known_at = $3
        FROM unnest($4::bigint[], $5::timestamptz[], $6::text[]) AS known (user_id, scored_at, outcome)
       WHERE p.organization_id = $1 AND p.kind = $2 AND p.day = (known.scored_at AT TIME ZONE 'UTC')::date
         AND p.user_id = known.user_id AND p.scored_at = known.scored_at AND p.outcome IS NULL
      """;

  private static final PendingPrediction BEFORE_ALL = new PendingPrediction(0, Instant.EPOCH);

  private final Database database;

  /** Uses the given database. */
  public PostgresPendingPredictions(Database database) {
    this.database = database;
  }

  @Override
  public Mono<List<PendingPrediction>> oldest(
      OrganizationId organization, RiskKind kind, @Nullable PendingPrediction after, int most) {
    PendingPrediction from = after == null ? BEFORE_ALL : after;
    return database
        .inOrganization(organization)
        .query(
            OLDEST,
            List.of(organization.value(), kind.name(), from.scoredAt(), from.userId(), most),
            row ->
                new PendingPrediction(
                    Rows.get(row, "user_id", Long.class),
                    Rows.get(row, "scored_at", Instant.class)))
        .collectList();
  }

  @Override
  public Mono<Long> conclude(
      OrganizationId organization,
      RiskKind kind,
      Map<PendingPrediction, PredictionOutcome> outcomes,
      Instant knownAt) {
    List<Map.Entry<PendingPrediction, PredictionOutcome>> known = List.copyOf(outcomes.entrySet());
    return database
        .inOrganization(organization)
        .update(
            CONCLUDE,
            List.of(
                organization.value(),
                kind.name(),
                knownAt,
                known.stream().map(one -> one.getKey().userId()).toArray(Long[]::new),
                known.stream()
                    .map(one -> one.getKey().scoredAt().toString())
                    .toArray(String[]::new),
                known.stream().map(one -> one.getValue().name()).toArray(String[]::new)));
  }
}
