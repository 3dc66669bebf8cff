package io.outlay.api.metric;

import io.outlay.domain.metric.Additivity;
import io.outlay.domain.metric.Metric;
import io.outlay.domain.metric.MetricDefinition;
import io.outlay.domain.metric.MetricText;
import io.outlay.domain.metric.Unit;
import io.outlay.domain.organization.Language;
import java.util.List;
import java.util.Map;

/** A metric in the words of one language. */
record MetricDefinitionView(
    Metric metric,
    String name,
    String label,
    String meaning,
    Unit unit,
    Additivity additivity,
    String formula,
    String whenNull,
    List<Mapping> mappings,
    List<String> caveats) {

  static MetricDefinitionView of(MetricDefinition definition, Language language) {
    Metric metric = definition.metric();
    MetricText text = definition.text(language);
    return new MetricDefinitionView(
        metric,
        metric.fieldName(),
        text.label(),
        text.meaning(),
        metric.unit(),
        metric.additivity(),
        text.formula(),
        text.whenNull(),
        mappings(definition.mapping()),
        text.caveats());
  }

  private static List<Mapping> mappings(Map<String, String> mapping) {
    return mapping.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> new Mapping(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** Where a channel's figure comes from. */
  record Mapping(String channel, String source) {}
}
