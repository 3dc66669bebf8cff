package io.outlay.domain.metric;

import io.outlay.domain.organization.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * All metrics with their words, read once from {@code dictionary.json} beside this class. Facts
 * carry the version of the dictionary they were mapped by.
 */
public final class MetricDictionary {

  private static final MetricDictionary CURRENT = load();

  private final int version;
  private final Map<Metric, MetricDefinition> definitions;

  private MetricDictionary(int version, Map<Metric, MetricDefinition> definitions) {
    this.version = version;
    this.definitions = definitions;
  }

  /** The dictionary of this program. */
  public static MetricDictionary current() {
    return CURRENT;
  }

  /** Number that grows with each change of a mapping or a formula. */
  public int version() {
    return version;
  }

  /** Every metric, in the order of {@link Metric}. */
  public List<MetricDefinition> definitions() {
    return List.copyOf(definitions.values());
  }

  /** The definition of one metric. */
  public MetricDefinition of(Metric metric) {
    MetricDefinition definition = definitions.get(metric);
    if (definition == null) {
      throw new IllegalStateException("not in the dictionary: " + metric);
    }
    return definition;
  }

  private static MetricDictionary load() {
    try (InputStream json = MetricDictionary.class.getResourceAsStream("dictionary.json")) {
      if (json == null) {
        throw new IllegalStateException("dictionary.json is missing beside " + Metric.class);
      }
      return from(JsonMapper.shared().readValue(json, Content.class));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static MetricDictionary from(Content content) {
    Map<Metric, MetricDefinition> definitions = new EnumMap<>(Metric.class);
    for (Entry entry : content.metrics()) {
      Metric metric =
          Metric.byFieldName(entry.name())
              .orElseThrow(() -> new IllegalStateException("unknown metric " + entry.name()));
      if (definitions.put(metric, entry.definitionOf(metric)) != null) {
        throw new IllegalStateException("metric " + entry.name() + " is there twice");
      }
    }
    return new MetricDictionary(content.version(), definitions);
  }

  private record Content(int version, List<Entry> metrics) {}

  private record Entry(String name, MetricText en, MetricText ko, Map<String, String> mapping) {

    MetricDefinition definitionOf(Metric metric) {
      return new MetricDefinition(
          metric, Map.of(Language.ENGLISH, en, Language.KOREAN, ko), mapping);
    }
  }
}
