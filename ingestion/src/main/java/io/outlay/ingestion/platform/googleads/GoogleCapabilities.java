package io.outlay.ingestion.platform.googleads;

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

/** What Google Ads can tell: days without a limit, corrected for up to 90 days. */
final class GoogleCapabilities {

  static final Period LOOK_BACK = Period.ofDays(30);
  static final Set<BaseMetric> REPORTED = EnumSet.allOf(BaseMetric.class);

  private static final List<String> VERSIONS = List.of("v26", "v25", "v24", "v23");

  static final PlatformCapabilities TABLE =
      new PlatformCapabilities(
          VERSIONS,
          Stream.of(PeriodLength.values())
              .flatMap(
                  length ->
                      Stream.of(
                          report(View.DELIVERY, Level.AD, length),
                          report(View.COUNTRY, Level.CAMPAIGN, length),
                          report(View.DEVICE, Level.CAMPAIGN, length)))
              .toList(),
          List.of(),
          LOOK_BACK,
          Period.ofDays(90));

  private GoogleCapabilities() {}

  private static ReportCapability report(View view, Level level, PeriodLength length) {
    return new ReportCapability(
        view, level, length, Period.ZERO, null, REPORTED, Set.copyOf(VERSIONS));
  }
}
