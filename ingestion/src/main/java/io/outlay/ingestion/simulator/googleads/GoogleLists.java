package io.outlay.ingestion.simulator.googleads;

import io.outlay.ingestion.simulator.world.AdAccount;
import io.outlay.ingestion.simulator.world.Publisher;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Lists without figures: a manager's accounts, conversion actions, countries. */
final class GoogleLists {

  private GoogleLists() {}

  static Stream<ObjectNode> countries(GaqlQuery query) {
    return Countries.CRITERIA.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(
            country ->
                Map.<String, Object>of(
                    "geo_target_constant.id", country.getValue(),
                    "geo_target_constant.country_code", country.getKey(),
                    "geo_target_constant.name",
                        Locale.of("", country.getKey()).getDisplayCountry(Locale.ENGLISH),
                    "geo_target_constant.target_type", "Country",
                    "geo_target_constant.status", "ENABLED"))
        .flatMap(values -> row(query, values, 0));
  }

  static Stream<ObjectNode> actions(GaqlQuery query, AdAccount account) {
    return Stream.of(ConversionAction.values())
        .map(
            action ->
                Map.<String, Object>of(
                    "conversion_action.id", action.id(),
                    "conversion_action.name", action.shownName(),
                    "conversion_action.category", action.category(),
                    "conversion_action.status", "ENABLED",
                    "conversion_action.primary_for_goal", action.isPrimary()))
        .flatMap(values -> row(query, values, account.id()));
  }

  /** A manager itself, and below it its accounts. */
  static Stream<ObjectNode> clients(
      GaqlQuery query, Publisher publisher, List<AdAccount> accounts) {
    long manager = GoogleAdsCredentials.manager(publisher);
    Stream<Map<String, Object>> own =
        Stream.of(client(manager, publisher.name(), "USD", "UTC", 0L));
    Stream<Map<String, Object>> below =
        accounts.stream()
            .map(
                account ->
                    client(
                        account.id(),
                        account.name(),
                        account.currency().name(),
                        account.zone().getId(),
                        1L));
    return Stream.concat(own, below).flatMap(values -> row(query, values, manager));
  }

  private static Map<String, Object> client(
      long id, String name, String currency, String zone, long level) {
    return Map.of(
        "customer_client.id", id,
        "customer_client.client_customer", "customers/" + id,
        "customer_client.descriptive_name", name,
        "customer_client.currency_code", currency,
        "customer_client.time_zone", zone,
        "customer_client.manager", level == 0,
        "customer_client.status", "ENABLED",
        "customer_client.level", level);
  }

  private static Stream<ObjectNode> row(
      GaqlQuery query, Map<String, Object> values, long customer) {
    Map<String, Object> known = new HashMap<>(values);
    known.put("customer.id", customer);
    boolean wanted =
        query.where().stream()
            .allMatch(condition -> condition.accepts(known.get(condition.field())));
    return wanted ? Stream.of(GoogleWriting.write(query, known::get, customer)) : Stream.empty();
  }
}
