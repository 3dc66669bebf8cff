package io.outlay.domain.action.postgres;

import io.outlay.domain.action.Decision;
import io.outlay.domain.database.Rows;
import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.userscore.RiskBand;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Rows of table {@code action_decision}. */
final class DecisionRows {

  static final String COLUMNS =
      "d.decision_id, d.rule_id, d.user_id, d.kind, d.band, d.value, d.probability, d.base_value,"
          + " d.model_id, d.model_number, d.reasons, d.is_control, d.decided_at, d.sent_at,"
          + " d.review, d.review_note, d.reviewed_by, d.reviewed_at";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private DecisionRows() {}

  static Decision decision(Readable row) {
    return new Decision(
        Rows.get(row, "decision_id", Long.class),
        Rows.get(row, "rule_id", Long.class),
        Rows.get(row, "user_id", Long.class),
        RiskKind.valueOf(Rows.get(row, "kind", String.class)),
        RiskBand.valueOf(Rows.get(row, "band", String.class)),
        Rows.get(row, "value", Double.class),
        Rows.get(row, "probability", Double.class),
        Rows.get(row, "base_value", Double.class),
        Rows.get(row, "model_id", Long.class),
        Rows.get(row, "model_number", Integer.class),
        reasons(Rows.get(row, "reasons", String.class)),
        Rows.get(row, "is_control", Boolean.class),
        Rows.get(row, "decided_at", OffsetDateTime.class).toInstant(),
        time(row, "sent_at"),
        Decision.Review.valueOf(Rows.get(row, "review", String.class)),
        row.get("review_note", String.class),
        row.get("reviewed_by", String.class),
        time(row, "reviewed_at"));
  }

  static Json json(List<Decision.Because> reasons) {
    ArrayNode all = JSON.createArrayNode();
    for (Decision.Because reason : reasons) {
      ArrayNode one = all.addArray().add(reason.feature());
      if (reason.value() == null) {
        one.addNull();
      } else {
        one.add(reason.value());
      }
      one.add(reason.contribution());
    }
    return Json.of(JSON.writeValueAsString(all));
  }

  private static List<Decision.Because> reasons(String json) {
    List<Decision.Because> reasons = new ArrayList<>();
    for (JsonNode reason : JSON.readTree(json)) {
      JsonNode value = reason.get(1);
      reasons.add(
          new Decision.Because(
              reason.get(0).asString(),
              value.isNull() ? null : value.asDouble(),
              reason.get(2).asDouble()));
    }
    return reasons;
  }

  private static @Nullable Instant time(Readable row, String column) {
    OffsetDateTime time = row.get(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
