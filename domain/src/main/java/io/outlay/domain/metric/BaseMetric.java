package io.outlay.domain.metric;

/**
 * The additive metrics a fact row holds. Their order is the order of columns in facts and rollups,
 * and the bit each has in a rollup's {@code reported} pattern.
 */
public enum BaseMetric {
  IMPRESSIONS("impressions", "impressions", Storage.COUNT),
  CLICKS("clicks", "clicks", Storage.COUNT),
  SPEND("spend", "spend_micros", Storage.MONEY),
  CONVERSIONS("conversions", "conversions_micros", Storage.DECIMAL),
  CONVERSIONS_ALL("conversionsAll", "conversions_all_micros", Storage.DECIMAL),
  CONVERSION_VALUE("conversionValue", "conversion_value_micros", Storage.MONEY),
  INSTALLS("installs", "installs_micros", Storage.SHARED_COUNT),
  PRE_REGISTRATIONS("preRegistrations", "pre_registrations_micros", Storage.SHARED_COUNT),
  SIGN_UPS("signUps", "sign_ups_micros", Storage.SHARED_COUNT),
  LEADS("leads", "leads_micros", Storage.SHARED_COUNT),
  PURCHASES("purchases", "purchases_micros", Storage.SHARED_COUNT),
  VIDEO_VIEWS("videoViews", "video_views", Storage.COUNT),
  VIEW_THROUGH_CONVERSIONS(
      "viewThroughConversions", "view_through_conversions_micros", Storage.DECIMAL);

  /** How a metric's number is kept. */
  public enum Storage {
    /** A whole number. */
    COUNT,
    /**
     * Whole things, parts of which a platform may credit to several ads: in millionths, so that
     * sums stay exact, and told whole.
     */
    SHARED_COUNT,
    /** A decimal number of things, in millionths. */
    DECIMAL,
    /** An amount in the row's currency, in millionths of its major unit. */
    MONEY
  }

  private final String fieldName;
  private final String column;
  private final Storage storage;

  BaseMetric(String fieldName, String column, Storage storage) {
    this.fieldName = fieldName;
    this.column = column;
    this.storage = storage;
  }

  /** Name in the GraphQL schema and in mappings, for example {@code conversionValue}. */
  public String fieldName() {
    return fieldName;
  }

  /** Column in facts and rollups, for example {@code conversion_value_micros}. */
  public String column() {
    return column;
  }

  /** How the number is kept. */
  public Storage storage() {
    return storage;
  }

  /** Bit of this metric in a pattern of reported metrics. */
  public int bit() {
    return 1 << ordinal();
  }
}
