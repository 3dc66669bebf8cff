package io.outlay.domain.platform.postgres;

import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.performance.MetricValues;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Totals as JSON: the reported metrics' numbers by their field names. */
final class TotalsJson {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, Long>> NUMBERS = new TypeReference<>() {};
  private static final Map<String, BaseMetric> BY_NAME =
      Arrays.stream(BaseMetric.values())
          .collect(Collectors.toMap(BaseMetric::fieldName, metric -> metric));

  private TotalsJson() {}

  static String write(MetricValues totals) {
    return JSON.writeValueAsString(node(totals));
  }

  static ObjectNode node(MetricValues totals) {
    ObjectNode numbers = JSON.createObjectNode();
    totals.toMap().forEach((metric, number) -> numbers.put(metric.fieldName(), number));
    return numbers;
  }

  static MetricValues read(String json) {
    Map<BaseMetric, Long> totals = new EnumMap<>(BaseMetric.class);
    JSON.readValue(json, NUMBERS)
        .forEach(
            (name, number) -> {
              BaseMetric metric = BY_NAME.get(name);
              if (metric != null) {
                totals.put(metric, number);
              }
            });
    return MetricValues.of(totals);
  }
}
