package io.outlay.ingestion.simulator.googleads;

import io.outlay.ingestion.simulator.world.Campaign;
import io.outlay.ingestion.simulator.world.LifeState;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Every field of objects and segments that can be asked for, and how a row answers it. */
final class GoogleFields {

  private static final Map<String, Function<GoogleRow, @Nullable Object>> FIELDS = new HashMap<>();

  static {
    customer();
    campaign();
    below();
    segments();
    FIELDS.putAll(GoogleMetrics.FIELDS);
    for (String name :
        new String[] {
          "customer_client.id",
          "customer_client.descriptive_name",
          "customer_client.currency_code",
          "customer_client.time_zone",
          "customer_client.manager",
          "customer_client.status",
          "customer_client.level",
          "customer_client.client_customer",
          "conversion_action.id",
          "conversion_action.name",
          "conversion_action.category",
          "conversion_action.status",
          "conversion_action.primary_for_goal",
          "geo_target_constant.id",
          "geo_target_constant.country_code",
          "geo_target_constant.name",
          "geo_target_constant.target_type",
          "geo_target_constant.status"
        }) {
      FIELDS.put(name, row -> null);
    }
  }

  private GoogleFields() {}

  static void known(String field) {
    if (!FIELDS.containsKey(field)) {
      throw GoogleError.query(
              "UNRECOGNIZED_FIELD", "Unrecognized field in the query: '%s'.".formatted(field))
          .failure();
    }
  }

  static @Nullable Object value(String field, GoogleRow row) {
    Function<GoogleRow, @Nullable Object> reader = FIELDS.get(field);
    return reader == null ? null : reader.apply(row);
  }

  private static void customer() {
    FIELDS.put("customer.id", row -> row.account().id());
    FIELDS.put("customer.descriptive_name", row -> row.account().name());
    FIELDS.put("customer.currency_code", row -> row.account().currency().name());
    FIELDS.put("customer.time_zone", row -> row.account().zone().getId());
    FIELDS.put("customer.manager", row -> false);
    FIELDS.put("customer.status", row -> "ENABLED");
    FIELDS.put("customer.test_account", row -> false);
  }

  private static void campaign() {
    FIELDS.put("campaign.id", row -> row.slot().campaign().id());
    FIELDS.put("campaign.name", row -> row.slot().campaign().nameOn(row.today()));
    FIELDS.put("campaign.status", row -> status(row.slot().campaign(), row.today()));
    FIELDS.put("campaign.serving_status", row -> "SERVING");
    FIELDS.put("campaign.advertising_channel_type", row -> row.slot().campaign().plan().channel());
    FIELDS.put(
        "campaign.advertising_channel_sub_type",
        row ->
            row.slot().campaign().plan().channel().equals("MULTI_CHANNEL")
                ? "APP_CAMPAIGN"
                : "UNSPECIFIED");
    FIELDS.put("campaign.bidding_strategy_type", row -> "TARGET_CPA");
    FIELDS.put("campaign.start_date_time", row -> row.slot().campaign().born() + " 00:00:00");
    FIELDS.put("campaign.end_date_time", row -> null);
    FIELDS.put(
        "campaign.campaign_budget",
        row -> "customers/" + row.account().id() + "/campaignBudgets/" + row.budget().id());
    FIELDS.put("campaign_budget.id", row -> row.budget().id());
    FIELDS.put("campaign_budget.amount_micros", row -> row.budget().isTotal() ? null : money(row));
    FIELDS.put(
        "campaign_budget.total_amount_micros",
        row -> row.budget().isTotal() ? money(row) * 30 : null);
    FIELDS.put("campaign_budget.period", row -> row.budget().isTotal() ? "CUSTOM_PERIOD" : "DAILY");
    FIELDS.put("campaign_budget.explicitly_shared", row -> row.budget().shared());
    FIELDS.put("campaign_budget.status", row -> "ENABLED");
  }

  private static void below() {
    FIELDS.put("ad_group.id", row -> row.slot().group().id());
    FIELDS.put("ad_group.name", row -> row.slot().group().name());
    FIELDS.put("ad_group.status", row -> "ENABLED");
    FIELDS.put("ad_group.type", row -> "SEARCH_STANDARD");
    FIELDS.put("ad_group_ad.ad.id", row -> row.slot().ad().id());
    FIELDS.put("ad_group_ad.ad.name", row -> row.slot().ad().name());
    FIELDS.put("ad_group_ad.ad.type", row -> type(row.slot().campaign()));
    FIELDS.put("ad_group_ad.status", row -> "ENABLED");
    for (String view : new String[] {"geographic_view", "user_location_view"}) {
      FIELDS.put(view + ".country_criterion_id", GoogleRow::country);
    }
    FIELDS.put("geographic_view.location_type", row -> "LOCATION_OF_PRESENCE");
    FIELDS.put("user_location_view.targeting_location", row -> true);
  }

  private static void segments() {
    FIELDS.put("segments.date", row -> row.days().first().toString());
    FIELDS.put("segments.week", row -> monday(row.days().first()).toString());
    FIELDS.put("segments.month", row -> row.days().first().withDayOfMonth(1).toString());
    FIELDS.put("segments.year", row -> row.days().first().getYear());
    FIELDS.put("segments.device", GoogleRow::device);
    FIELDS.put(
        "segments.conversion_action",
        row -> "customers/" + row.account().id() + "/conversionActions/" + row.action().id());
    FIELDS.put("segments.conversion_action_name", row -> row.action().shownName());
    FIELDS.put("segments.conversion_action_category", row -> row.action().category());
  }

  static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private static long money(GoogleRow row) {
    return row.account().currency().micros(row.budget().owner().budgetOn(row.today()));
  }

  private static String status(Campaign campaign, LocalDate today) {
    LifeState state = campaign.stateOn(today);
    return switch (state) {
      case PAUSED -> "PAUSED";
      case ARCHIVED, REMOVED -> "REMOVED";
      default -> "ENABLED";
    };
  }

  private static String type(Campaign campaign) {
    return campaign.plan().channel().equals("MULTI_CHANNEL") ? "APP_AD" : "RESPONSIVE_SEARCH_AD";
  }
}
