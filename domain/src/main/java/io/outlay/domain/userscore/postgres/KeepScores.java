package io.outlay.domain.userscore.postgres;

import io.outlay.domain.database.Rows;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.userscore.KeptScore;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Statements that keep scores and write changed bands down. */
final class KeepScores {

  /** In the order of the key, so that two writers never wait for each other. */
  static final String SQL =
      """
      INSERT INTO user_score AS kept (organization_id, kind, user_id, value, probability, band, previous_band, band_since, model_id, model_number,
                                      scored_at, features_at)
      SELECT $1, score.kind, score.user_id, score.value, score.probability, score.band, 'LOW', score.scored_at, score.model_id, score.model_number,
             score.scored_at, score.features_at
        FROM unnest($2::text[], $3::bigint[], $4::float8[], $5::float8[], $6::text[], $7::bigint[], $8::int[], $9::timestamptz[], $10::timestamptz[])
             AS score (kind, user_id, value, probability, band, model_id, model_number, scored_at, features_at)
       WHERE EXISTS (SELECT FROM app_user WHERE app_user.organization_id = $1 AND app_user.user_id = score.user_id)
       ORDER BY score.user_id, score.kind
      ON CONFLICT (organization_id, user_id, kind) DO UPDATE
         SET value = excluded.value, probability = excluded.probability, band = excluded.band, previous_band = kept.band,
             band_since = CASE WHEN kept.band = excluded.band THEN kept.band_since ELSE excluded.scored_at END,
             model_id = excluded.model_id, model_number = excluded.model_number, scored_at = excluded.scored_at, features_at = excluded.features_at
       WHERE kept.scored_at < excluded.scored_at
      RETURNING kept.kind, kept.user_id, kept.previous_band, kept.band, kept.probability, kept.model_id, kept.model_number, kept.scored_at\
      """;

  static final String RECORD =
      "SELECT record_band_changes($1, $2, $3, $4, $5, $6, $7, $8, $9) AS newest";

  private KeepScores() {}

  static List<?> parameters(OrganizationId organization, List<KeptScore> scores) {
    return List.of(
        organization.value(),
        column(scores, score -> score.kind().name(), String[]::new),
        column(scores, KeptScore::userId, Long[]::new),
        column(scores, KeptScore::value, Double[]::new),
        column(scores, KeptScore::probability, Double[]::new),
        column(scores, score -> score.band().name(), String[]::new),
        column(scores, KeptScore::modelId, Long[]::new),
        column(scores, KeptScore::modelNumber, Integer[]::new),
        column(scores, score -> utc(score.scoredAt()), OffsetDateTime[]::new),
        column(scores, score -> utc(score.featuresAt()), OffsetDateTime[]::new));
  }

  static List<?> changes(OrganizationId organization, List<Changed> changes) {
    return List.of(
        organization.value(),
        column(changes, Changed::kind, String[]::new),
        column(changes, Changed::userId, Long[]::new),
        column(changes, Changed::previous, String[]::new),
        column(changes, Changed::band, String[]::new),
        column(changes, Changed::probability, Double[]::new),
        column(changes, Changed::modelId, Long[]::new),
        column(changes, Changed::modelNumber, Integer[]::new),
        column(changes, Changed::at, OffsetDateTime[]::new));
  }

  static Changed changed(Readable row) {
    return new Changed(
        Rows.get(row, "kind", String.class),
        Rows.get(row, "user_id", Long.class),
        Rows.get(row, "previous_band", String.class),
        Rows.get(row, "band", String.class),
        Rows.get(row, "probability", Double.class),
        Rows.get(row, "model_id", Long.class),
        Rows.get(row, "model_number", Integer.class),
        Rows.get(row, "scored_at", OffsetDateTime.class));
  }

  private static <S, T> T[] column(List<S> rows, Function<S, T> value, IntFunction<T[]> array) {
    return rows.stream().map(value).toArray(array);
  }

  private static OffsetDateTime utc(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }

  /** A score that was written, with the band it replaced. */
  record Changed(
      String kind,
      long userId,
      String previous,
      String band,
      double probability,
      long modelId,
      int modelNumber,
      OffsetDateTime at) {

    boolean isChange() {
      return !previous.equals(band);
    }
  }
}
