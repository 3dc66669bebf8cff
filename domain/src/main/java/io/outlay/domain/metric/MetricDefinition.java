package io.outlay.domain.metric;

import io.outlay.domain.organization.Language;
import java.util.EnumMap;
import java.util.Map;

/**
 * What is known about one metric.
 *
 * @param metric the metric, with unit, additivity and formula
 * @param texts its words, in every language
 * @param mapping where it comes from on each platform, by channel key; no entry where the platform
 *     does not report it
 */
public record MetricDefinition(
    Metric metric, Map<Language, MetricText> texts, Map<String, String> mapping) {

  /** Copies the maps and refuses a definition that lacks a language. */
  public MetricDefinition {
    for (Language language : Language.values()) {
      if (!texts.containsKey(language)) {
        throw new IllegalArgumentException(metric.fieldName() + " has no text in " + language);
      }
    }
    texts = Map.copyOf(new EnumMap<>(texts));
    mapping = Map.copyOf(mapping);
  }

  /** The metric's words in a language. */
  public MetricText text(Language language) {
    MetricText text = texts.get(language);
    if (text == null) {
      throw new IllegalStateException(metric.fieldName() + " has no text in " + language);
    }
    return text;
  }
}
