package io.outlay.ingestion.platform.googleads;

import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.View;
import io.outlay.ingestion.platform.PeriodLength;
import io.outlay.ingestion.platform.ReportRequest;
import io.outlay.ingestion.platform.reading.EntityKey;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** A level of a report, whole or cut by a breakdown. Each is asked for twice: figures, actions. */
enum GooglePart {
  AD("ad_group_ad"),
  AD_GROUP("ad_group"),
  COUNTRY("geographic_view"),
  DEVICE("campaign"),
  CAMPAIGN("campaign"),
  CUSTOMER("customer");

  private static final String METRICS =
      "metrics.impressions, metrics.clicks, metrics.cost_micros, metrics.conversions,"
          + " metrics.conversions_value, metrics.all_conversions,"
          + " metrics.view_through_conversions, metrics.video_trueview_views";
  private static final String ACTIONS =
      "segments.conversion_action, segments.conversion_action_name,"
          + " segments.conversion_action_category, metrics.conversions,"
          + " metrics.conversions_value";

  private final String resource;

  GooglePart(String resource) {
    this.resource = resource;
  }

  /** The parts of a view, the finest first and the account last. */
  static List<GooglePart> of(View view) {
    return switch (view) {
      case DELIVERY -> List.of(AD, AD_GROUP, CAMPAIGN, CUSTOMER);
      case COUNTRY -> List.of(COUNTRY, CAMPAIGN, CUSTOMER);
      case DEVICE -> List.of(DEVICE, CAMPAIGN, CUSTOMER);
      case AGE_GENDER, ATTRIBUTION_WINDOW ->
          throw new IllegalArgumentException("no such report of Google Ads: " + view);
    };
  }

  /** Name of its kept pages with figures. */
  String word() {
    return "report-" + name().toLowerCase(Locale.ROOT);
  }

  /** Name of its kept pages with conversions by action. */
  String actionsWord() {
    return word() + "-actions";
  }

  boolean isSegment() {
    return this == COUNTRY || this == DEVICE;
  }

  /** The question for figures. */
  String figures(ReportRequest request, DateRange days) {
    return query(METRICS, request.length(), days);
  }

  /** The question for conversions by action, which cannot go with cost. */
  String actions(ReportRequest request, DateRange days) {
    return query(ACTIONS, request.length(), days);
  }

  private String query(String metrics, PeriodLength length, DateRange days) {
    return "SELECT customer.id, customer.currency_code, %s%s, %s FROM %s WHERE segments.date BETWEEN '%s' AND '%s' PARAMETERS omit_unselected_resource_names=true"
        .formatted(fields(), period(length), metrics, resource, days.from(), days.to());
  }

  private String fields() {
    String campaign = "campaign.id, campaign.name, campaign.status, ";
    String group = campaign + "ad_group.id, ad_group.name, ";
    return switch (this) {
      case AD -> group + "ad_group_ad.ad.id, ad_group_ad.ad.name, ";
      case AD_GROUP -> group;
      case COUNTRY ->
          campaign + "geographic_view.country_criterion_id, geographic_view.location_type, ";
      case DEVICE -> campaign + "segments.device, ";
      case CAMPAIGN -> campaign;
      case CUSTOMER -> "";
    };
  }

  static String period(PeriodLength length) {
    return switch (length) {
      case DAY -> "segments.date";
      case WEEK -> "segments.week";
      case MONTH -> "segments.month";
    };
  }

  /** Whose figures a row of it holds, over all segments. */
  EntityKey key(JsonNode row) {
    return switch (this) {
      case AD ->
          EntityKey.ad(
              GoogleValues.id(row, "campaign"),
              GoogleValues.id(row, "adGroup"),
              GoogleValues.id(row.path("adGroupAd"), "ad"));
      case AD_GROUP ->
          EntityKey.adGroup(GoogleValues.id(row, "campaign"), GoogleValues.id(row, "adGroup"));
      case COUNTRY, DEVICE, CAMPAIGN -> EntityKey.campaign(GoogleValues.id(row, "campaign"));
      case CUSTOMER -> EntityKey.ACCOUNT;
    };
  }
}
