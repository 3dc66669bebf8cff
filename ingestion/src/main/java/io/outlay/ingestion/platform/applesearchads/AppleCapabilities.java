package io.outlay.ingestion.platform.applesearchads;

import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.performance.Level;
import io.outlay.domain.performance.View;
import io.outlay.ingestion.platform.PeriodLength;
import io.outlay.ingestion.platform.PlatformCapabilities;
import io.outlay.ingestion.platform.ReportCapability;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What Apple can tell: days of the last 90, months of the last 24; no value of a conversion. */
final class AppleCapabilities {

  static final String PLATFORM_V1 = "platform-v1";
  static final String V5 = "v5";

  static final Period LOOK_BACK = Period.ofDays(30);

  static final Set<BaseMetric> REPORTED =
      EnumSet.of(
          BaseMetric.IMPRESSIONS,
          BaseMetric.CLICKS,
          BaseMetric.SPEND,
          BaseMetric.CONVERSIONS,
          BaseMetric.CONVERSIONS_ALL,
          BaseMetric.INSTALLS,
          BaseMetric.PRE_REGISTRATIONS,
          BaseMetric.VIEW_THROUGH_CONVERSIONS);

  private static final Period DAYS_BACK = Period.ofDays(90);
  private static final Period MONTHS_BACK = Period.ofMonths(24);

  static final PlatformCapabilities TABLE =
      new PlatformCapabilities(
          List.of(PLATFORM_V1, V5),
          Stream.of(View.DELIVERY, View.COUNTRY, View.DEVICE)
              .flatMap(
                  view ->
                      Stream.of(
                          report(view, PeriodLength.DAY, Period.ZERO, DAYS_BACK),
                          report(view, PeriodLength.MONTH, DAYS_BACK, MONTHS_BACK)))
              .toList(),
          List.of(),
          LOOK_BACK,
          LOOK_BACK);

  private AppleCapabilities() {}

  private static ReportCapability report(
      View view, PeriodLength length, Period newest, Period oldest) {
    return new ReportCapability(
        view,
        view == View.DELIVERY ? Level.AD : Level.CAMPAIGN,
        length,
        newest,
        oldest,
        REPORTED,
        Set.of(PLATFORM_V1, V5));
  }
}
