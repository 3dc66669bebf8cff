package io.outlay.ingestion.simulator.meta;

import io.outlay.ingestion.simulator.http.Json;
import io.outlay.ingestion.simulator.world.AdSlot;
import io.outlay.ingestion.simulator.world.BillingCurrency;
import io.outlay.ingestion.simulator.world.DayRange;
import io.outlay.ingestion.simulator.world.Figures;
import io.outlay.ingestion.simulator.world.Measure;
import io.outlay.ingestion.simulator.world.Mix;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes one row: every number as text, and nothing where nothing happened. */
final class InsightsRow {

  private static final int REACH_KEPT_MONTHS = 13;

  private final InsightsQuery query;
  private final InsightsUnit unit;
  private final DayRange days;
  private final LocalDate today;
  private final AdSlot slot;
  private final Tally tally;
  private final Figures all;
  private final ObjectNode row = Json.object();

  InsightsRow(InsightsQuery query, InsightsUnit unit, DayRange days, Tally tally, LocalDate today) {
    this.query = query;
    this.unit = unit;
    this.days = days;
    this.today = today;
    this.slot = unit.slots().getFirst();
    this.tally = tally;
    this.all = tally.all();
  }

  ObjectNode write() {
    query.fields().forEach(this::write);
    row.put("date_start", days.first().toString());
    row.put("date_stop", days.last().toString());
    if (!query.breakdown().isEmpty()) {
      row.put(query.breakdown(), unit.cell());
    }
    return row;
  }

  private void write(String field) {
    switch (field) {
      case "account_id" -> row.put(field, Long.toString(slot.account().id()));
      case "account_name" -> row.put(field, slot.account().name());
      case "account_currency" -> row.put(field, currency().name());
      case "campaign_id", "campaign_name", "objective", "buying_type" -> campaign(field);
      case "adset_id", "adset_name", "optimization_goal", "attribution_setting" -> adSet(field);
      case "ad_id", "ad_name" -> ad(field);
      case "created_time" -> row.put(field, slot.campaign().born().toString());
      case "updated_time" -> row.put(field, slot.campaign().changedOn(today).toString());
      case "actions" -> list(field, InsightsActions.actions(tally, currency(), query.windows()));
      case "action_values" ->
          list(field, InsightsActions.values(tally, currency(), query.windows()));
      default -> number(field);
    }
  }

  private void campaign(String field) {
    if (!query.level().reaches(MetaLevel.CAMPAIGN)) {
      return;
    }
    row.put(
        field,
        switch (field) {
          case "campaign_id" -> Long.toString(slot.campaign().id());
          case "campaign_name" -> slot.campaign().nameOn(today);
          case "objective" -> slot.campaign().plan().channel();
          default -> "AUCTION";
        });
  }

  private void adSet(String field) {
    if (!query.level().reaches(MetaLevel.ADSET)) {
      return;
    }
    row.put(
        field,
        switch (field) {
          case "adset_id" -> Long.toString(slot.group().id());
          case "adset_name" -> slot.group().name();
          case "optimization_goal" -> MetaObject.goal(slot.campaign().plan().goal());
          default -> "7d_click_1d_view";
        });
  }

  private void ad(String field) {
    if (query.level() == MetaLevel.AD) {
      String value = field.equals("ad_id") ? Long.toString(slot.ad().id()) : slot.ad().name();
      row.put(field, value);
    }
  }

  private void number(String field) {
    long clicks = all.of(Measure.CLICKS);
    switch (field) {
      case "impressions" -> row.put(field, Long.toString(all.of(Measure.IMPRESSIONS)));
      case "clicks" -> row.put(field, Long.toString(all.of(Measure.CLICKS_ALL)));
      case "inline_link_clicks" -> {
        if (clicks > 0) {
          row.put(field, Long.toString(clicks));
        }
      }
      case "spend" -> row.put(field, currency().amount(all.of(Measure.COST)).toPlainString());
      case "cpc" -> ratio(field, cost(), all.of(Measure.CLICKS_ALL), 1);
      case "cost_per_inline_link_click" -> ratio(field, cost(), clicks, 1);
      case "cpm" -> ratio(field, cost(), all.of(Measure.IMPRESSIONS), 1_000);
      case "ctr" -> share(field, all.of(Measure.CLICKS_ALL));
      case "inline_link_click_ctr" -> share(field, clicks);
      case "outbound_clicks" -> single(field, "outbound_click", clicks);
      case "purchase_roas" -> roas(field);
      case "reach", "frequency" -> reach(field);
      default -> video(field);
    }
  }

  private void video(String field) {
    long views = all.of(Measure.VIDEO_VIEWS);
    switch (field) {
      case "video_play_actions" -> single(field, "video_view", views * 2);
      case "video_thruplay_watched_actions" -> single(field, "video_view", views / 5);
      case "video_p25_watched_actions" -> single(field, "video_view", views / 2);
      case "video_p50_watched_actions" -> single(field, "video_view", views / 3);
      case "video_p75_watched_actions" -> single(field, "video_view", views / 4);
      case "video_p100_watched_actions" -> single(field, "video_view", views / 6);
      // conversions and conversion_values list custom events, of which these accounts have none.
      default -> {}
    }
  }

  private void reach(String field) {
    boolean forgotten =
        !query.breakdown().isEmpty() && days.first().isBefore(today.minusMonths(REACH_KEPT_MONTHS));
    long impressions = all.of(Measure.IMPRESSIONS);
    if (forgotten || impressions == 0) {
      return;
    }
    int permille = 550 + Mix.below(300, query.level().idOf(slot), days.first().toEpochDay());
    long reach = Math.max(1, impressions * permille / 1_000);
    if (field.equals("reach")) {
      row.put(field, Long.toString(reach));
    } else {
      ratio(field, BigDecimal.valueOf(impressions), reach, 1);
    }
  }

  private void roas(String field) {
    long cost = all.of(Measure.COST);
    long value = all.of(Measure.VALUE);
    if (cost > 0 && value > 0) {
      ObjectNode entry = Json.object().put("action_type", "omni_purchase");
      list(field, Json.array().add(entry.put("value", divided(BigDecimal.valueOf(value), cost))));
    }
  }

  private void single(String field, String type, long count) {
    if (count > 0) {
      ObjectNode entry = Json.object().put("action_type", type).put("value", Long.toString(count));
      list(field, Json.array().add(entry));
    }
  }

  private void list(String field, ArrayNode list) {
    if (!list.isEmpty()) {
      row.set(field, list);
    }
  }

  private void share(String field, long part) {
    ratio(field, BigDecimal.valueOf(part), all.of(Measure.IMPRESSIONS), 100);
  }

  private void ratio(String field, BigDecimal dividend, long divisor, int times) {
    if (divisor > 0) {
      row.put(field, divided(dividend.multiply(BigDecimal.valueOf(times)), divisor));
    }
  }

  private static String divided(BigDecimal dividend, long divisor) {
    BigDecimal ratio = dividend.divide(BigDecimal.valueOf(divisor), 6, RoundingMode.HALF_UP);
    return ratio.signum() == 0 ? "0" : ratio.stripTrailingZeros().toPlainString();
  }

  private BigDecimal cost() {
    return currency().amount(all.of(Measure.COST));
  }

  private BillingCurrency currency() {
    return slot.account().currency();
  }
}
