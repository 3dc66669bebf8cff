package io.outlay.ingestion.platform;

import java.time.Period;
import java.util.List;

/**
 * What a platform can tell.
 *
 * @param apiVersions versions or dialects this program talks, the one for new accounts first
 * @param reports each kind of report it gives
 * @param attributionWindows the platform's names of windows by which it can split conversions
 * @param lookBack how long after a day its figures are usually corrected: re-read daily so far back
 * @param longestWindow how long a conversion may at most be credited to an earlier day
 */
public record PlatformCapabilities(
    List<String> apiVersions,
    List<ReportCapability> reports,
    List<String> attributionWindows,
    Period lookBack,
    Period longestWindow) {

  /** Copies the lists. */
  public PlatformCapabilities {
    apiVersions = List.copyOf(apiVersions);
    reports = List.copyOf(reports);
    attributionWindows = List.copyOf(attributionWindows);
  }
}
