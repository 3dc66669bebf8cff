package io.outlay.ingestion.userevent;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.error.BadRequest;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.userevent.Pseudonyms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The published JSON Schema says what the reader does; this reads as much of it as it uses. */
class PublishedSchemaTests {

  private static final Path FOLDER = Path.of("../docs/schemas");
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final EventReader READER =
      new EventReader(
          new Pseudonyms(new byte[32]),
          Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC));

  private final JsonNode schema = JSON.readTree(read("user-event.schema.json"));

  @Test
  void everyExampleIsRightByTheSchemaAndByTheReader() {
    List<JsonNode> examples = examples();
    assertThat(examples).hasSizeGreaterThan(15);
    for (JsonNode example : examples) {
      assertThat(problems(schema, example, "")).as(example.toString()).isEmpty();
      assertThat(isRead(example)).as(example.toString()).isTrue();
    }
  }

  @Test
  void whatTheSchemaRequiresTheReaderRequires() {
    for (JsonNode example : examples()) {
      for (String field : new TreeSet<>(example.propertyNames())) {
        ObjectNode without = example.deepCopy().asObject();
        without.remove(field);
        assertThat(isRead(without))
            .as(field + " left out of " + example)
            .isEqualTo(problems(schema, without, "").isEmpty());
      }
    }
  }

  @Test
  void whatTheSchemaRefusesTheReaderRefuses() {
    Map<String, Object> wrong =
        Map.ofEntries(
            Map.entry("eventId", "x".repeat(129)),
            Map.entry("userId", 7),
            Map.entry("type", "1st"),
            Map.entry("amount", "-3"),
            Map.entry("currencyCode", "usd"),
            Map.entry("isSandbox", "maybe"),
            Map.entry("seconds", -1),
            Map.entry("level", 0),
            Map.entry("touch", "SEEN"),
            Map.entry("channel", "meta"),
            Map.entry("country", "KOR"),
            Map.entry("device", "x".repeat(257)),
            Map.entry("address", "x".repeat(65)),
            Map.entry("details", "none"));
    for (JsonNode example : examples()) {
      wrong.forEach(
          (field, value) -> {
            ObjectNode changed = example.deepCopy().asObject();
            changed.set(field, JSON.valueToTree(value));
            assertThat(problems(schema, changed, "")).as(changed.toString()).isNotEmpty();
            boolean isUncounted = field.equals("currencyCode") && !example.has("amount");
            assertThat(isRead(changed)).as(changed.toString()).isEqualTo(isUncounted);
          });
    }
  }

  private static boolean isRead(JsonNode event) {
    byte[] bytes = event.toString().getBytes(StandardCharsets.UTF_8);
    try {
      READER.read(
          new OrganizationId(1),
          EventJson.read(bytes, 0, bytes.length),
          RecordingTime.at(Instant.parse("2026-11-20T12:00:00Z")));
      return true;
    } catch (BadRequest refused) {
      return false;
    }
  }

  private static List<String> problems(JsonNode schema, JsonNode value, String path) {
    List<String> problems = new ArrayList<>();
    for (Map.Entry<String, JsonNode> rule : schema.properties()) {
      if (!holds(rule.getKey(), rule.getValue(), schema, value)) {
        problems.add(path + " " + rule.getKey());
      }
    }
    schema
        .path("properties")
        .properties()
        .forEach(
            property -> {
              if (value.has(property.getKey())) {
                problems.addAll(
                    problems(property.getValue(), value.get(property.getKey()), property.getKey()));
              }
            });
    return problems;
  }

  private static boolean holds(String rule, JsonNode wanted, JsonNode schema, JsonNode value) {
    return switch (rule) {
      case "$schema", "title", "description", "format", "properties", "then" -> true;
      case "type" -> types(wanted).anyMatch(type -> isOf(type, value));
      case "required" -> names(wanted).stream().allMatch(value::has);
      case "minLength" -> !value.isString() || value.stringValue().length() >= wanted.intValue();
      case "maxLength" -> !value.isString() || value.stringValue().length() <= wanted.intValue();
      case "minimum" -> !value.isNumber() || value.doubleValue() >= wanted.doubleValue();
      case "maximum" -> !value.isNumber() || value.doubleValue() <= wanted.doubleValue();
      case "pattern" -> !value.isString() || value.stringValue().matches(wanted.stringValue());
      case "enum" -> names(wanted).contains(value.asString());
      case "dependentRequired" ->
          wanted.properties().stream()
              .filter(needs -> value.has(needs.getKey()))
              .allMatch(needs -> names(needs.getValue()).stream().allMatch(value::has));
      case "allOf" -> wanted.valueStream().allMatch(part -> problems(part, value, "").isEmpty());
      case "if" ->
          !problems(wanted, value, "").isEmpty()
              || problems(schema.required("then"), value, "").isEmpty();
      default -> throw new IllegalStateException("the schema uses " + rule);
    };
  }

  private static Stream<String> types(JsonNode wanted) {
    return wanted.isArray() ? names(wanted).stream() : Stream.of(wanted.stringValue());
  }

  private static boolean isOf(String type, JsonNode value) {
    return switch (type) {
      case "object" -> value.isObject();
      case "string" -> value.isString();
      case "number" -> value.isNumber();
      case "integer" -> value.isIntegralNumber();
      case "boolean" -> value.isBoolean();
      default -> throw new IllegalStateException("the schema uses type " + type);
    };
  }

  private static Set<String> names(JsonNode list) {
    Set<String> names = new TreeSet<>();
    list.forEach(name -> names.add(name.stringValue()));
    return names;
  }

  private static List<JsonNode> examples() {
    return read("user-events.ndjson").lines().<JsonNode>map(JSON::readTree).toList();
  }

  private static String read(String file) {
    try {
      return Files.readString(FOLDER.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
