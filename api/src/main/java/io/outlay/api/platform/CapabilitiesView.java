package io.outlay.api.platform;

import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.performance.Level;
import io.outlay.domain.performance.View;
import io.outlay.ingestion.platform.PeriodLength;
import io.outlay.ingestion.platform.PlatformCapabilities;
import io.outlay.ingestion.platform.ReportCapability;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a platform can tell, as of a day. */
record CapabilitiesView(
    List<String> apiVersions,
    List<Report> reports,
    List<String> attributionWindows,
    int lookBackDays,
    int longestWindowDays) {

  /** One kind of report. */
  record Report(
      View view,
      Level level,
      PeriodLength periodLength,
      @Nullable LocalDate from,
      LocalDate to,
      List<String> metrics,
      List<String> apiVersions) {

    private static Report of(ReportCapability report, LocalDate today) {
      java.time.@Nullable Period oldest = report.oldest();
      return new Report(
          report.view(),
          report.level(),
          report.length(),
          oldest == null ? null : today.minus(oldest),
          today.minus(report.newest()),
          report.metrics().stream().sorted().map(BaseMetric::fieldName).toList(),
          report.apiVersions().stream().sorted().toList());
    }
  }

  static CapabilitiesView of(PlatformCapabilities capabilities, LocalDate today) {
    return new CapabilitiesView(
        capabilities.apiVersions(),
        capabilities.reports().stream().map(report -> Report.of(report, today)).toList(),
        capabilities.attributionWindows(),
        (int) ChronoUnit.DAYS.between(today.minus(capabilities.lookBack()), today),
        (int) ChronoUnit.DAYS.between(today.minus(capabilities.longestWindow()), today));
  }
}
