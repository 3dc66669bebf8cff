package io.outlay.ingestion.platform.meta;

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

/** What Meta's insights can tell: 37 months by day, not corrected after 28 days. */
final class MetaCapabilities {

  static final Period LOOK_BACK = Period.ofDays(28);

  static final Set<BaseMetric> DELIVERED = EnumSet.allOf(BaseMetric.class);

  private static final Set<BaseMetric> CREDITED =
      EnumSet.of(
          BaseMetric.CONVERSIONS,
          BaseMetric.CONVERSIONS_ALL,
          BaseMetric.CONVERSION_VALUE,
          BaseMetric.INSTALLS,
          BaseMetric.PRE_REGISTRATIONS,
          BaseMetric.SIGN_UPS,
          BaseMetric.LEADS,
          BaseMetric.PURCHASES);

  private static final List<String> VERSIONS = List.of("v26.0", "v25.0");
  private static final Period RETENTION = Period.ofMonths(37);

  static final PlatformCapabilities TABLE =
      new PlatformCapabilities(
          VERSIONS,
          Stream.of(PeriodLength.DAY, PeriodLength.MONTH)
              .flatMap(
                  length ->
                      Stream.of(
                          report(View.DELIVERY, Level.AD, length, DELIVERED),
                          report(View.COUNTRY, Level.CAMPAIGN, length, DELIVERED),
                          report(View.DEVICE, Level.CAMPAIGN, length, DELIVERED),
                          report(View.ATTRIBUTION_WINDOW, Level.AD, length, CREDITED)))
              .toList(),
          MetaInsights.WINDOWS,
          LOOK_BACK,
          LOOK_BACK);

  private MetaCapabilities() {}

  private static ReportCapability report(
      View view, Level level, PeriodLength length, Set<BaseMetric> metrics) {
    return new ReportCapability(
        view, level, length, Period.ZERO, RETENTION, metrics, Set.copyOf(VERSIONS));
  }
}
