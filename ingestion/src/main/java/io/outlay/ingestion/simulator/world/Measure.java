package io.outlay.ingestion.simulator.world;

/**
 * What is counted. Conversions are in hundredths, since one platform deals in fractions; amounts
 * are in the smallest unit of the account's currency. Every measure can be added up.
 */
public enum Measure {
  /** Times an ad was shown. */
  IMPRESSIONS,
  /** Clicks that lead somewhere. */
  CLICKS,
  /** Clicks of any sort, {@link #CLICKS} among them. */
  CLICKS_ALL,
  /** What the platform charges. */
  COST,
  /** Views of a video. */
  VIDEO_VIEWS,
  /** App installs. */
  INSTALLS,
  /** Installs within a day of a click. */
  INSTALLS_CLICK_1D,
  /** Installs within a day of a view without click. */
  INSTALLS_VIEW_1D,
  /** Installs 8 to 28 days after a click, not part of {@link #INSTALLS}. */
  INSTALLS_LATE,
  /** Sign-ups before an app is out. */
  PRE_REGISTRATIONS,
  /** Those within a day of a click. */
  PRE_REGISTRATIONS_CLICK_1D,
  /** Those within a day of a view without click. */
  PRE_REGISTRATIONS_VIEW_1D,
  /** Those 8 to 28 days after a click, not part of the count. */
  PRE_REGISTRATIONS_LATE,
  /** Purchases, in the app or in the web shop as the campaign's goal says. */
  PURCHASES,
  /** Purchases within a day of a click. */
  PURCHASES_CLICK_1D,
  /** Purchases within a day of a view without click. */
  PURCHASES_VIEW_1D,
  /** Purchases 8 to 28 days after a click, not part of {@link #PURCHASES}. */
  PURCHASES_LATE,
  /** What was paid in {@link #PURCHASES}. */
  VALUE,
  /** Value within a day of a click. */
  VALUE_CLICK_1D,
  /** Value within a day of a view without click. */
  VALUE_VIEW_1D,
  /** Value 8 to 28 days after a click, not part of {@link #VALUE}. */
  VALUE_LATE,
  /** Installs by people who never had the app; part of {@link #INSTALLS}. */
  NEW_DOWNLOADS,
  /** Installs after a view without tap, in an app shop. */
  VIEW_INSTALLS,
  /** Part of {@link #VIEW_INSTALLS} by people who never had the app. */
  VIEW_NEW_DOWNLOADS,
  /** Conversions after an impression without any interaction. */
  VIEW_THROUGH,
  /** Actions nobody counts as success, such as a finished first level. */
  SECONDARY;

  /** Whether it counts conversions, in hundredths. */
  public boolean isConversion() {
    return switch (this) {
      case IMPRESSIONS,
          CLICKS,
          CLICKS_ALL,
          COST,
          VIDEO_VIEWS,
          VALUE,
          VALUE_CLICK_1D,
          VALUE_VIEW_1D,
          VALUE_LATE ->
          false;
      default -> true;
    };
  }
}
