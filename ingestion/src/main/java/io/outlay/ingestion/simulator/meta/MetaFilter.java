package io.outlay.ingestion.simulator.meta;

import io.outlay.ingestion.simulator.http.Call;
import io.outlay.ingestion.simulator.http.Json;
import io.outlay.ingestion.simulator.world.AdSlot;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * One condition of {@code filtering}.
 *
 * @param field what is looked at
 * @param operator how
 * @param values against what
 */
record MetaFilter(String field, String operator, List<String> values) {

  private static final Set<String> OPERATORS =
      Set.of("EQUAL", "NOT_EQUAL", "IN", "NOT_IN", "GREATER_THAN", "LESS_THAN", "CONTAIN");

  /** All conditions of a call. */
  static List<MetaFilter> of(Call call) {
    List<MetaFilter> filters = new ArrayList<>();
    call.parameter("filtering")
        .map(text -> Json.parse(text).orElseThrow(MetaFilter::unreadable))
        .ifPresent(list -> list.forEach(node -> filters.add(of(node))));
    return filters;
  }

  private static MetaFilter of(JsonNode node) {
    String operator = node.path("operator").asString("");
    if (!node.path("field").isString() || !OPERATORS.contains(operator)) {
      throw unreadable();
    }
    List<String> values = new ArrayList<>();
    JsonNode value = node.path("value");
    if (value.isArray()) {
      value.forEach(element -> values.add(element.asString()));
    } else {
      values.add(value.asString());
    }
    return new MetaFilter(node.path("field").stringValue(), operator, values);
  }

  private static RuntimeException unreadable() {
    return MetaError.invalid("Param filtering must be an array of {field, operator, value}");
  }

  /** Whether it asks for states, {@code campaign.effective_status} for one. */
  boolean isAboutStatus() {
    return field.endsWith("effective_status");
  }

  /** Whether it asks for a number of the row and not for what the row is about. */
  boolean isAboutFigures() {
    return field.endsWith("impressions") || field.endsWith("spend") || field.endsWith("clicks");
  }

  boolean accepts(AdSlot slot, MetaLevel own, LocalDate today) {
    int point = field.indexOf('.');
    MetaLevel level = point < 0 ? own : MetaLevel.of(field.substring(0, point));
    String name = field.substring(point + 1);
    return switch (name) {
      case "id" -> accepts(Long.toString(level.idOf(slot)));
      case "effective_status" -> accepts(level.effectiveStatus(slot, today));
      case "status", "configured_status" -> accepts(level.status(slot, today));
      case "name" -> accepts(MetaObjects.name(level, slot, today));
      case "objective" -> accepts(slot.campaign().plan().channel());
      case "updated_time" -> accepts(Long.toString(MetaObjects.updated(slot, today)));
      default -> throw MetaError.invalid("Filtering field '%s' is not supported".formatted(field));
    };
  }

  boolean accepts(String value) {
    return switch (operator) {
      case "IN", "EQUAL" -> values.contains(value);
      case "NOT_IN", "NOT_EQUAL" -> !values.contains(value);
      case "CONTAIN" -> value.contains(values.getFirst());
      case "GREATER_THAN" -> number(value).compareTo(number(values.getFirst())) > 0;
      default -> number(value).compareTo(number(values.getFirst())) < 0;
    };
  }

  private BigDecimal number(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw MetaError.invalid("Filtering value of '%s' must be a number".formatted(field));
    }
  }
}
