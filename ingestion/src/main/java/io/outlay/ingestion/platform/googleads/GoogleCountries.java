package io.outlay.ingestion.platform.googleads;

import io.outlay.ingestion.platform.RawFetch;
import io.outlay.ingestion.platform.reading.Fields;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Google's own numbers of countries, which a report by country names them by. */
final class GoogleCountries {

  static final String PART = "countries";
  static final String QUERY =
      "SELECT geo_target_constant.id, geo_target_constant.country_code FROM geo_target_constant"
          + " WHERE geo_target_constant.target_type = 'Country'";

  private GoogleCountries() {}

  /** ISO codes by Google's number; empty where they were not fetched. */
  static Map<String, String> of(RawFetch fetched) {
    Map<String, String> codes = new HashMap<>();
    for (JsonNode row : GoogleValues.rows(fetched, PART)) {
      JsonNode country = row.path("geoTargetConstant");
      codes.put(Fields.requiredText(country, "id"), Fields.requiredText(country, "countryCode"));
    }
    return codes;
  }
}
