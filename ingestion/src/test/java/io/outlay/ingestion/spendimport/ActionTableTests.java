package io.outlay.ingestion.spendimport;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.metric.BaseMetric;
import io.outlay.ingestion.spendimport.SpendFiles.Outcome;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A warehouse keeps Meta's actions apart from the ads' figures, one row for each action. Days of an
 * account are replaced as a whole, so both come in one file, joined as docs/imports.md tells.
 */
class ActionTableTests {

  private static final String FOLDER = "ad-apis/samples/meta/";
  private static final String ACTIONS = "seed_basic_ad_actions_data.csv";
  private static final String VALUES = "seed_basic_ad_action_values_data.csv";
  private static final Set<String> LEADS =
      Set.of("offsite_conversion.fb_pixel_lead", "onsite_conversion.lead_grouped");
  private static final Set<String> PURCHASES =
      Set.of("offsite_conversion.fb_pixel_purchase", "onsite_conversion.purchase");

  @ParameterizedTest
  @ValueSource(strings = {ACTIONS, VALUES})
  void aTableOfActionsAloneIsRefusedWithWhatWouldBeRight(String table) {
    Outcome outcome =
        SpendFiles.check(
            SharedSamples.file(FOLDER + table), SpendFileSettings.recognised("account", "USD"));

    assertThat(outcome.slices()).isEmpty();
    assertThat(outcome.report().problems()).hasSize(1);
    assertThat(outcome.report().problems().getFirst().expected())
        .contains("this file has a row for each action. Sum the actions that count into columns");
  }

  @Test
  void joinedToItsAdsItsActionsAreConversionsAndTheirValue() throws IOException {
    Outcome outcome =
        SpendFiles.check(
            joined(),
            SpendFileSettings.recognised("account", "USD")
                .withColumns(
                    Map.of(
                        SpendField.LEADS, "leads",
                        SpendField.CONVERSIONS, "leads",
                        SpendField.CONVERSION_VALUE, "purchase_value")));

    assertThat(outcome.report().problems()).isEmpty();
    assertThat(outcome.report().preset()).isEqualTo("meta-ad-table");
    assertThat(outcome.sum("USD", BaseMetric.SPEND)).isEqualTo(643_630_000);
    assertThat(outcome.sum("USD", BaseMetric.LEADS)).isEqualTo(12_000_000);
    assertThat(outcome.sum("USD", BaseMetric.CONVERSIONS)).isEqualTo(12_000_000);
    assertThat(outcome.sum("USD", BaseMetric.CONVERSION_VALUE)).isEqualTo(58_649_680_000L);
  }

  /** What a query of the warehouse would give: each ad's day with the sums of chosen actions. */
  private static String joined() throws IOException {
    List<Map<String, String>> actions = rows(ACTIONS);
    List<Map<String, String>> values = rows(VALUES);
    StringBuilder table =
        new StringBuilder(
            "ad_id,date,account_id,impressions,inline_link_clicks,spend,leads,purchase_value\n");
    for (Map<String, String> ad : rows("seed_basic_ad_data.csv")) {
      for (String column :
          List.of("ad_id", "date", "account_id", "impressions", "inline_link_clicks", "spend")) {
        table.append(ad.get(column)).append(',');
      }
      table.append(sum(actions, ad, LEADS)).append(',').append(sum(values, ad, PURCHASES));
      table.append('\n');
    }
    return table.toString();
  }

  private static BigDecimal sum(
      List<Map<String, String>> actions, Map<String, String> ad, Set<String> types) {
    return actions.stream()
        .filter(action -> List.of("ad_id", "date").stream().allMatch(same(action, ad)))
        .filter(action -> types.contains(action.get("action_type")))
        .map(action -> new BigDecimal(action.get("value")))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Predicate<String> same(Map<String, String> one, Map<String, String> two) {
    return column -> Objects.equals(one.get(column), two.get(column));
  }

  private static List<Map<String, String>> rows(String table) throws IOException {
    List<String> lines = Files.readAllLines(SharedSamples.file(FOLDER + table));
    List<String> names = List.of(lines.getFirst().split(",", -1));
    return lines.stream()
        .skip(1)
        .map(line -> List.of(line.split(",", -1)))
        .map(
            cells -> {
              Map<String, String> row = new HashMap<>();
              for (int i = 0; i < names.size(); i++) {
                row.put(names.get(i), cells.get(i));
              }
              return row;
            })
        .toList();
  }
}
