package io.outlay.domain.risk.postgres;

import io.outlay.domain.database.Database;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.Prediction;
import io.outlay.domain.risk.PredictionLog;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps predictions in table {@code risk_prediction}. */
public final class PostgresPredictionLog implements PredictionLog {

  /**
   * In the order of the key, so that two that keep the same predictions wait for each other instead
   * of locking each other out. Of users that are gone nothing is kept.
   */
  private static final String INSERT =
      """
      INSERT INTO risk_prediction (organization_id, kind, day, user_id, model_id, role, scored_at, features_hash, features, margin, probability)
      SELECT $1, p.kind, (p.scored_at AT TIME ZONE 'UTC')::date, p.user_id, p.model_id, p.role, p.scored_at, p.features_hash,
             substring($8::bytea FROM p.start + 1 FOR p.length), p.margin, p.probability
        FROM unnest($2::text[], $3::bigint[], $4::bigint[], $5::text[], $6::timestamptz[], $7::bigint[], $9::int[], $10::int[], $11::float8[], $12::float8[])
             AS p (kind, user_id, model_id, role, scored_at, features_hash, start, length, margin, probability)
        JOIN app_user u ON u.organization_id = $1 AND u.user_id = p.user_id
       ORDER BY 2, 3, 4, 5, p.scored_at
      ON CONFLICT (organization_id, kind, day, user_id, model_id) DO NOTHING
      """;

  private final Database database;

  /** Uses the given database. */
  public PostgresPredictionLog(Database database) {
    this.database = database;
  }

  @Override
  public Mono<Void> append(List<Prediction> predictions) {
    Map<OrganizationId, List<Prediction>> byOrganization =
        predictions.stream().collect(Collectors.groupingBy(Prediction::organization));
    return Flux.fromIterable(byOrganization.entrySet())
        .concatMap(entry -> append(entry.getKey(), entry.getValue()))
        .then();
  }

  private Mono<Long> append(OrganizationId organization, List<Prediction> predictions) {
    FeatureBytes features = FeatureBytes.of(predictions);
    return database
        .inOrganization(organization)
        .update(
            INSERT,
            List.of(
                organization.value(),
                column(predictions, one -> one.kind().name(), String[]::new),
                column(predictions, Prediction::userId, Long[]::new),
                column(predictions, Prediction::modelId, Long[]::new),
                column(predictions, one -> one.role().name(), String[]::new),
                column(predictions, one -> one.scoredAt().toString(), String[]::new),
                column(predictions, Prediction::featuresHash, Long[]::new),
                features.all(),
                features.starts(),
                features.lengths(),
                column(predictions, Prediction::margin, Double[]::new),
                column(predictions, Prediction::probability, Double[]::new)));
  }

  private static <T> T[] column(
      List<Prediction> predictions, Function<Prediction, T> value, IntFunction<T[]> array) {
    return predictions.stream().map(value).toArray(array);
  }

  /** All features one after another, since models differ in how many they have. */
  @SuppressWarnings("ArrayRecordComponent") // parameters of one statement
  private record FeatureBytes(ByteBuffer all, Integer[] starts, Integer[] lengths) {

    static FeatureBytes of(List<Prediction> predictions) {
      int numbers = predictions.stream().mapToInt(one -> one.features().length).sum();
      ByteBuffer all = ByteBuffer.allocate(numbers * Float.BYTES);
      Integer[] starts = new Integer[predictions.size()];
      Integer[] lengths = new Integer[predictions.size()];
      for (int i = 0; i < starts.length; i++) {
        float[] features = predictions.get(i).features();
        starts[i] = all.position();
        lengths[i] = features.length * Float.BYTES;
        for (float feature : features) {
          all.putFloat(feature);
        }
      }
      return new FeatureBytes(all.flip(), starts, lengths);
    }
  }
}
