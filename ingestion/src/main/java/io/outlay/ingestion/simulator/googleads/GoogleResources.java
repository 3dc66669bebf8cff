package io.outlay.ingestion.simulator.googleads;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which resources can be asked for, and what may be selected with each. */
final class GoogleResources {

  private static final Map<String, Set<String>> WITH =
      Map.of(
          "customer", Set.of("customer"),
          "campaign", Set.of("customer", "campaign", "campaign_budget"),
          "ad_group", Set.of("customer", "campaign", "ad_group"),
          "ad_group_ad", Set.of("customer", "campaign", "ad_group", "ad_group_ad"),
          "campaign_budget", Set.of("customer", "campaign", "campaign_budget"),
          "geographic_view", Set.of("customer", "campaign", "geographic_view"),
          "user_location_view", Set.of("customer", "campaign", "user_location_view"),
          "customer_client", Set.of("customer", "customer_client"),
          "conversion_action", Set.of("customer", "conversion_action"),
          "geo_target_constant", Set.of("geo_target_constant"));

  private static final Set<String> OF_AN_ACTION =
      Set.of(
          "metrics.conversions",
          "metrics.conversions_value",
          "metrics.all_conversions",
          "metrics.all_conversions_value");

  private GoogleResources() {}

  static boolean isLocationView(String from) {
    return from.equals("geographic_view") || from.equals("user_location_view");
  }

  /** Refuses what Google refuses before it looks at who asks. */
  static void check(GaqlQuery query) {
    Set<String> with = WITH.get(query.from());
    if (with == null) {
      throw GoogleError.query(
              "BAD_RESOURCE_TYPE_IN_FROM_CLAUSE",
              "Error in query: unknown resource '%s' in FROM clause.".formatted(query.from()))
          .failure();
    }
    query.select().forEach(field -> check(field, query.from(), with));
    query.where().forEach(condition -> check(condition.field(), query.from(), with));
    query.orders().forEach(order -> GoogleFields.known(order.replace("-", "")));
    checkActions(query);
  }

  private static void check(String field, String from, Set<String> with) {
    GoogleFields.known(field);
    String resource = field.substring(0, field.indexOf('.'));
    if (resource.equals("metrics")) {
      return;
    }
    if (resource.equals("segments")) {
      if (List.of("customer_client", "conversion_action", "geo_target_constant").contains(from)
          || (field.equals("segments.device") && isLocationView(from))) {
        throw prohibited("PROHIBITED_SEGMENT_IN_SELECT_OR_WHERE_CLAUSE", field, from);
      }
      return;
    }
    if (!with.contains(resource)) {
      throw prohibited("PROHIBITED_RESOURCE_TYPE_IN_SELECT_CLAUSE", field, from);
    }
  }

  private static void checkActions(GaqlQuery query) {
    boolean cut =
        query.select().stream().anyMatch(field -> field.startsWith("segments.conversion_action"));
    query.select().stream()
        .filter(field -> cut && field.startsWith("metrics.") && !OF_AN_ACTION.contains(field))
        .findFirst()
        .ifPresent(
            field -> {
              throw prohibited(
                  "PROHIBITED_SEGMENT_WITH_METRIC_IN_SELECT_OR_WHERE_CLAUSE", field, query.from());
            });
  }

  private static GoogleFailure prohibited(String reason, String field, String from) {
    return GoogleError.query(
            reason,
            "Cannot select or filter on the following field: '%s', since it cannot go with '%s'."
                .formatted(field, from))
        .failure();
  }
}
