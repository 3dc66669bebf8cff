package io.outlay.domain.risk.postgres;

import io.outlay.domain.database.Database;
import io.outlay.domain.database.Rows;
import io.outlay.domain.risk.LoggedPrediction;
import io.outlay.domain.risk.PairedPrediction;
import io.outlay.domain.risk.PredictionOutcome;
import io.outlay.domain.risk.PredictionWindow;
import io.outlay.domain.risk.Predictions;
import io.outlay.domain.risk.WindowCounts;
import io.r2dbc.spi.Readable;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads table {@code risk_prediction}. */
public final class PostgresPredictions implements Predictions {

  private static final String WINDOW =
      " p.organization_id = $1 AND p.kind = $2 AND p.model_id = $3 AND p.day BETWEEN $4 AND $5";

  private static final String NEWEST =
      """
      SELECT user_id, scored_at, features, probability, outcome
        FROM (SELECT DISTINCT ON (p.user_id) p.user_id, p.scored_at, p.features, p.probability, p.outcome
                FROM risk_prediction p
               WHERE %s AND p.outcome IS DISTINCT FROM 'NOT_ASKED'
               ORDER BY p.user_id, p.day DESC) AS newest
       ORDER BY hashint8extended(user_id, 0), user_id LIMIT $6
      """
          .formatted(WINDOW);

  private static final String COUNTS =
      """
      SELECT count(*) AS predictions, count(*) FILTER (WHERE p.outcome IS NULL) AS pending,
             count(*) FILTER (WHERE p.outcome IN ('HAPPENED', 'DID_NOT_HAPPEN')) AS known
        FROM risk_prediction p WHERE\
      """
          + WINDOW;

  private static final String PAIRS =
      """
      SELECT first, second, outcome
        FROM (SELECT DISTINCT ON (p.user_id) p.user_id, p.probability AS first, s.probability AS second, p.outcome
                FROM risk_prediction p
                JOIN risk_prediction s
                  ON s.organization_id = p.organization_id AND s.kind = p.kind AND s.day = p.day AND s.user_id = p.user_id AND s.model_id = $6
               WHERE %s AND p.outcome IN ('HAPPENED', 'DID_NOT_HAPPEN')
               ORDER BY p.user_id, p.day DESC) AS newest
       ORDER BY hashint8extended(user_id, 0), user_id LIMIT $7
      """
          .formatted(WINDOW);

  private final Database database;

  /** Uses the given database. */
  public PostgresPredictions(Database database) {
    this.database = database;
  }

  @Override
  public Flux<LoggedPrediction> newest(PredictionWindow window, int most) {
    return database
        .inOrganization(window.organization())
        .query(NEWEST, with(window, most), PostgresPredictions::logged);
  }

  @Override
  public Mono<WindowCounts> counts(PredictionWindow window) {
    return database
        .inOrganization(window.organization())
        .one(
            COUNTS,
            with(window),
            row ->
                new WindowCounts(
                    Rows.get(row, "predictions", Long.class),
                    Rows.get(row, "pending", Long.class),
                    Rows.get(row, "known", Long.class)));
  }

  @Override
  public Flux<PairedPrediction> pairs(PredictionWindow window, long secondModelId, int most) {
    return database
        .inOrganization(window.organization())
        .query(
            PAIRS,
            with(window, secondModelId, most),
            row ->
                new PairedPrediction(
                    Rows.get(row, "first", Double.class),
                    Rows.get(row, "second", Double.class),
                    "HAPPENED".equals(Rows.get(row, "outcome", String.class))));
  }

  private static List<Object> with(PredictionWindow window, Object... further) {
    List<Object> parameters =
        new ArrayList<>(
            List.of(
                window.organization().value(),
                window.kind().name(),
                window.modelId(),
                window.from(),
                window.to()));
    parameters.addAll(List.of(further));
    return parameters;
  }

  private static LoggedPrediction logged(Readable row) {
    ByteBuffer bytes = Rows.get(row, "features", ByteBuffer.class);
    float[] features = new float[bytes.remaining() / Float.BYTES];
    bytes.asFloatBuffer().get(features);
    String outcome = row.get("outcome", String.class);
    return new LoggedPrediction(
        Rows.get(row, "user_id", Long.class),
        Rows.get(row, "scored_at", Instant.class),
        features,
        Rows.get(row, "probability", Double.class),
        outcome == null ? null : PredictionOutcome.valueOf(outcome));
  }
}
