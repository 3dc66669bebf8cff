package io.outlay.api.action;

import io.outlay.api.node.NodeType;
import io.outlay.domain.action.Decision;
import io.outlay.domain.action.Decisions.Outgoing;
import io.outlay.ingestion.log.LogTopic;
import io.outlay.ingestion.log.NewRecord;
import io.outlay.ingestion.log.RecordLog;
import io.outlay.scoring.action.ActionTopic;
import java.time.Duration;
import java.util.Map;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Decisions in the Kafka topic {@code outlay.actions}, one JSON object each; those about one user
 * stay in their order. A reader may meet one twice and knows it by its {@code decisionId}.
 */
public final class KafkaActionTopic implements ActionTopic {

  /** The topic. */
  public static final LogTopic TOPIC =
      new LogTopic("outlay.actions", 8, Duration.ofDays(35), 1024 * 1024);

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int REASONS = 5;

  private final RecordLog log;

  KafkaActionTopic(RecordLog log) {
    this.log = log;
  }

  @Override
  public Mono<Void> tell(Outgoing outgoing) {
    return log.publish(
        new NewRecord(
            TOPIC.name(),
            outgoing.organization() + ":" + outgoing.decision().userId(),
            Map.of("organization", outgoing.organization().toString(), "schema-version", "1"),
            JSON.writeValueAsBytes(json(outgoing))));
  }

  private static ObjectNode json(Outgoing outgoing) {
    Decision decision = outgoing.decision();
    ObjectNode told =
        JSON.createObjectNode()
            .put("decisionId", NodeType.DECISION.id(decision.id()))
            .put("ruleId", NodeType.ACTION_RULE.id(decision.ruleId()))
            .put("rule", outgoing.ruleName())
            .put("externalUserId", outgoing.externalId())
            .put("kind", decision.kind().name())
            .put("band", decision.band().name())
            .put("probability", decision.probability())
            .put("modelVersion", decision.modelNumber())
            .put("decidedAt", decision.decidedAt().toString());
    ArrayNode reasons = told.putArray("reasons");
    decision.reasons().stream()
        .limit(REASONS)
        .forEach(
            reason ->
                reasons
                    .addObject()
                    .put("feature", reason.feature())
                    .put("value", reason.value())
                    .put("contribution", reason.contribution()));
    return told;
  }
}
