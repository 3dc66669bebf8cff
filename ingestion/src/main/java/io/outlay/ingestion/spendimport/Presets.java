package io.outlay.ingestion.spendimport;

import io.outlay.domain.performance.ConversionKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The known kinds of files, read from {@code presets.json} beside this class; the more special ones
 * come first.
 */
public final class Presets {

  private static final List<Preset> ALL = load();

  private Presets() {}

  /** All presets, in the order in which they are tried. */
  public static List<Preset> all() {
    return ALL;
  }

  /** The preset of a key. */
  public static Optional<Preset> ofKey(String key) {
    return ALL.stream().filter(preset -> preset.key().equals(key)).findFirst();
  }

  static Optional<Preset> recognising(HeaderLine header) {
    return ALL.stream().filter(preset -> preset.recognises(header)).findFirst();
  }

  private static List<Preset> load() {
    try (@Nullable InputStream in = Presets.class.getResourceAsStream("presets.json")) {
      if (in == null) {
        throw new IllegalStateException("presets.json is missing from the program");
      }
      List<Preset> presets = new ArrayList<>();
      for (JsonNode node : JsonMapper.builder().build().readTree(in)) {
        presets.add(preset(node));
      }
      return List.copyOf(presets);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Preset preset(JsonNode node) {
    String channel = node.path("channel").asString("");
    String goal = node.path("conversionGoal").asString("");
    return new Preset(
        node.required("key").asString(),
        node.required("title").asString(),
        channel.isEmpty() ? null : channel,
        texts(node.path("recognisedBy")),
        texts(node.path("without")),
        columns(node.required("columns")),
        fields(node.path("micros")),
        goal.isEmpty() ? null : ConversionKind.valueOf(goal));
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(item -> texts.add(item.asString()));
    return texts;
  }

  private static Map<SpendField, String> columns(JsonNode object) {
    Map<SpendField, String> columns = new EnumMap<>(SpendField.class);
    object
        .properties()
        .forEach(entry -> columns.put(field(entry.getKey()), entry.getValue().asString()));
    return columns;
  }

  private static Set<SpendField> fields(JsonNode array) {
    Set<SpendField> fields = EnumSet.noneOf(SpendField.class);
    array.forEach(item -> fields.add(field(item.asString())));
    return fields;
  }

  private static SpendField field(String name) {
    return SpendField.ofName(name)
        .orElseThrow(() -> new IllegalStateException("presets.json names no field: " + name));
  }
}
