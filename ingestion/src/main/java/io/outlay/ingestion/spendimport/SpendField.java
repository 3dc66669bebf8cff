package io.outlay.ingestion.spendimport;

import io.outlay.domain.metric.BaseMetric;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a column of a spend file can mean. */
public enum SpendField {
  /** The account's own day. */
  DATE,
  /** First day of the period a row speaks of. */
  RANGE_FROM,
  /** Last day of the period a row speaks of. */
  RANGE_TO,
  ACCOUNT_ID,
  ACCOUNT_NAME,
  CURRENCY,
  CAMPAIGN_ID,
  CAMPAIGN_NAME,
  CAMPAIGN_STATUS,
  AD_GROUP_ID,
  AD_GROUP_NAME,
  AD_ID,
  AD_NAME,
  COUNTRY,
  AGE_RANGE,
  GENDER,
  DEVICE,
  /** The title (product) a campaign advertises; becomes a campaign label. */
  LABEL_TITLE,
  /** The country a campaign is meant for; becomes a campaign label. */
  LABEL_COUNTRY,
  /** What a campaign is for; becomes a campaign label. */
  LABEL_PURPOSE,
  IMPRESSIONS(BaseMetric.IMPRESSIONS),
  CLICKS(BaseMetric.CLICKS),
  SPEND(BaseMetric.SPEND),
  CONVERSIONS(BaseMetric.CONVERSIONS),
  CONVERSIONS_ALL(BaseMetric.CONVERSIONS_ALL),
  CONVERSION_VALUE(BaseMetric.CONVERSION_VALUE),
  INSTALLS(BaseMetric.INSTALLS),
  PRE_REGISTRATIONS(BaseMetric.PRE_REGISTRATIONS),
  SIGN_UPS(BaseMetric.SIGN_UPS),
  LEADS(BaseMetric.LEADS),
  PURCHASES(BaseMetric.PURCHASES),
  VIDEO_VIEWS(BaseMetric.VIDEO_VIEWS),
  VIEW_THROUGH_CONVERSIONS(BaseMetric.VIEW_THROUGH_CONVERSIONS);

  private static final Map<String, SpendField> BY_NAME = byName();

  private final @Nullable BaseMetric metric;

  SpendField() {
    this.metric = null;
  }

  SpendField(BaseMetric metric) {
    this.metric = metric;
  }

  /** The metric a column of this meaning holds; null where it describes the row instead. */
  public @Nullable BaseMetric metric() {
    return metric;
  }

  /** Name in mappings, for example {@code campaignId}. */
  public String fieldName() {
    String[] words = name().toLowerCase(Locale.ROOT).split("_", -1);
    StringBuilder fieldName = new StringBuilder(words[0]);
    for (int i = 1; i < words.length; i++) {
      fieldName.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
    }
    return fieldName.toString();
  }

  /** The field of a name such as {@code campaignId}. */
  public static Optional<SpendField> ofName(String fieldName) {
    return Optional.ofNullable(BY_NAME.get(fieldName));
  }

  private static Map<String, SpendField> byName() {
    Map<String, SpendField> fields = new HashMap<>();
    for (SpendField field : values()) {
      fields.put(field.fieldName(), field);
    }
    return Map.copyOf(fields);
  }
}
