package io.outlay.domain.risk.postgres;

import io.outlay.domain.database.Rows;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.ModelData;
import io.outlay.domain.risk.ModelFeature;
import io.outlay.domain.risk.ModelOrigin;
import io.outlay.domain.risk.ModelState;
import io.outlay.domain.risk.ModelStateChange;
import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.risk.RiskModel;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of tables {@code risk_model} and {@code risk_model_change}. */
final class ModelRows {

  static final String COLUMNS =
      """
      m.organization_id, m.model_id, m.kind, m.number, m.state, m.state_since, m.share, m.experiment_id, m.former_id,
      m.origin, m.features::text AS features, m.data_window::text AS data_window, m.parameters::text AS parameters,
      m.metrics::text AS metrics, m.card, m.created_by, m.created_at\
      """;

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<List<String>>> FEATURES = new TypeReference<>() {};

  private ModelRows() {}

  static RiskModel model(Readable row) {
    return new RiskModel(
        new OrganizationId(Rows.get(row, "organization_id", Long.class)),
        Rows.get(row, "model_id", Long.class),
        RiskKind.valueOf(text(row, "kind")),
        Rows.get(row, "number", Integer.class),
        ModelState.valueOf(text(row, "state")),
        Rows.get(row, "state_since", Instant.class),
        Rows.get(row, "share", Double.class),
        Rows.get(row, "experiment_id", Long.class),
        row.get("former_id", Long.class),
        ModelOrigin.valueOf(text(row, "origin")),
        features(text(row, "features")),
        data(row.get("data_window", String.class)),
        text(row, "parameters"),
        row.get("metrics", String.class),
        text(row, "card"),
        text(row, "created_by"),
        Rows.get(row, "created_at", Instant.class));
  }

  static ModelStateChange change(Readable row) {
    @Nullable String from = row.get("from_state", String.class);
    return new ModelStateChange(
        Rows.get(row, "model_id", Long.class),
        from == null ? null : ModelState.valueOf(from),
        ModelState.valueOf(text(row, "to_state")),
        text(row, "reason"),
        text(row, "changed_by"),
        Rows.get(row, "changed_at", Instant.class));
  }

  static String json(List<ModelFeature> features) {
    return JSON.writeValueAsString(
        features.stream().map(feature -> List.of(feature.name(), feature.version())).toList());
  }

  static @Nullable String json(@Nullable ModelData data) {
    return data == null ? null : JSON.writeValueAsString(data);
  }

  private static List<ModelFeature> features(String json) {
    return JSON.readValue(json, FEATURES).stream()
        .map(pair -> new ModelFeature(pair.get(0), pair.get(1)))
        .toList();
  }

  private static @Nullable ModelData data(@Nullable String json) {
    return json == null ? null : JSON.readValue(json, ModelData.class);
  }

  private static String text(Readable row, String column) {
    return Rows.get(row, column, String.class);
  }
}
