package io.outlay.ingestion.simulator.googleads;

import io.outlay.ingestion.simulator.http.Json;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Writes fields the way proto3 messages become JSON: whole 64-bit numbers as text. */
final class GoogleWriting {

  private static final Map<String, String> COLLECTIONS =
      Map.of(
          "campaign", "campaigns",
          "ad_group", "adGroups",
          "ad_group_ad", "adGroupAds",
          "campaign_budget", "campaignBudgets",
          "customer_client", "customerClients",
          "conversion_action", "conversionActions",
          "geographic_view", "geographicViews",
          "user_location_view", "userLocationViews");

  /** The way to each field that was ever asked for; unknown ones are refused before. */
  private static final Map<String, List<String>> PATHS = new ConcurrentHashMap<>();

  private GoogleWriting() {}

  static ObjectNode write(
      GaqlQuery query, Function<String, @Nullable Object> values, long customer) {
    ObjectNode row = Json.object();
    for (String field : query.select()) {
      put(row, field, values.apply(field));
    }
    if (!query.namesOmitted()) {
      names(query, values).forEach((resource, id) -> name(row, resource, customer, id));
    }
    return row;
  }

  /** The resources a row touches, and the number of each. */
  private static Map<String, String> names(
      GaqlQuery query, Function<String, @Nullable Object> values) {
    Map<String, String> names = new TreeMap<>();
    for (String field : query.select()) {
      String resource = field.substring(0, field.indexOf('.'));
      if (!resource.equals("metrics") && !resource.equals("segments")) {
        names.put(resource, String.valueOf(values.apply(idField(resource))));
      }
    }
    if (GoogleResources.isLocationView(query.from())) {
      names.put(query.from(), values.apply(query.from() + ".country_criterion_id") + "~PRESENCE");
    }
    return names;
  }

  private static String idField(String resource) {
    return switch (resource) {
      case "ad_group_ad" -> "ad_group_ad.ad.id";
      case "geographic_view", "user_location_view" -> resource + ".country_criterion_id";
      default -> resource + ".id";
    };
  }

  private static void name(ObjectNode row, String resource, long customer, String id) {
    ObjectNode object = row.withObjectProperty(camel(resource));
    object.put(
        "resourceName",
        switch (resource) {
          case "customer" -> "customers/" + customer;
          case "geo_target_constant" -> "geoTargetConstants/" + id;
          default -> "customers/" + customer + "/" + COLLECTIONS.get(resource) + "/" + id;
        });
  }

  private static void put(ObjectNode row, String field, @Nullable Object value) {
    ObjectNode object = row;
    List<String> path = PATHS.computeIfAbsent(field, GoogleWriting::path);
    for (int step = 0; step < path.size() - 1; step++) {
      object = object.withObjectProperty(path.get(step));
    }
    String name = path.getLast();
    switch (value) {
      case null -> {}
      case Long number -> object.put(name, number.toString());
      case Integer number -> object.put(name, number);
      case BigDecimal number -> object.put(name, number);
      case Boolean yes -> object.put(name, yes);
      default -> object.put(name, value.toString());
    }
  }

  private static List<String> path(String field) {
    return Arrays.stream(field.split("\\.", -1)).map(GoogleWriting::camel).toList();
  }

  static String mask(GaqlQuery query) {
    return query.select().stream().map(GoogleWriting::camel).collect(Collectors.joining(","));
  }

  static String camel(String snake) {
    StringBuilder camel = new StringBuilder();
    boolean up = false;
    for (int i = 0; i < snake.length(); i++) {
      char letter = snake.charAt(i);
      if (letter == '_') {
        up = true;
      } else {
        camel.append(up ? Character.toUpperCase(letter) : letter);
        up = false;
      }
    }
    return camel.toString();
  }
}
