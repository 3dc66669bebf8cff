package io.outlay.ingestion.platform;

import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.performance.Level;
import io.outlay.domain.performance.View;
import java.time.Period;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One kind of report of a platform.
 *
 * @param level finest level of its rows
 * @param length length of its periods
 * @param newest how far back from today its newest period begins; zero for today itself
 * @param oldest how far back from today its history goes; null for no limit
 * @param metrics base metrics it reports
 * @param apiVersions versions or dialects that give it
 */
public record ReportCapability(
    View view,
    Level level,
    PeriodLength length,
    Period newest,
    @Nullable Period oldest,
    Set<BaseMetric> metrics,
    Set<String> apiVersions) {

  /** Copies the sets. */
  public ReportCapability {
    metrics = Set.copyOf(metrics);
    apiVersions = Set.copyOf(apiVersions);
  }
}
