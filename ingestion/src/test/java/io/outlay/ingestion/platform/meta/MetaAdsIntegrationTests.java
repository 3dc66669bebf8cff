package io.outlay.ingestion.platform.meta;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.performance.View;
import io.outlay.ingestion.platform.AdPlatform;
import io.outlay.ingestion.platform.AdPlatformContract;
import io.outlay.ingestion.platform.PeriodReport;
import io.outlay.ingestion.platform.call.CallSettings;
import io.outlay.ingestion.simulator.AdPlatformSimulator;
import io.outlay.ingestion.simulator.SimulatedCredentials;
import io.outlay.ingestion.simulator.http.SimulatedHost;
import io.outlay.ingestion.simulator.world.AdAccount;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock("simulator of Meta")
class MetaAdsIntegrationTests extends AdPlatformContract {

  @Test
  void clicksOfAWeekAndViewsOfADayAreWhatMetaCreditsByDefault() {
    for (AdAccount account : accounts()) {
      List<PeriodReport> delivered = report(account, View.DELIVERY, DAYS);
      List<PeriodReport> windows = report(account, View.ATTRIBUTION_WINDOW, DAYS);

      for (int day = 0; day < DAYS.days(); day++) {
        assertThat(
                conversions(windows.get(day), "7d_click")
                    + conversions(windows.get(day), "1d_view"))
            .isEqualTo(delivered.get(day).accountTotal().get(BaseMetric.CONVERSIONS));
        assertThat(conversions(windows.get(day), "28d_click"))
            .isGreaterThanOrEqualTo(conversions(windows.get(day), "7d_click"));
      }
    }
  }

  private static long conversions(PeriodReport report, String window) {
    return report.rows().stream()
        .filter(row -> window.equals(row.attributionWindow()))
        .mapToLong(row -> row.metrics().orZero(BaseMetric.CONVERSIONS))
        .sum();
  }

  @Override
  protected AdPlatform platform(
      AdPlatformSimulator simulator, CallSettings limits, InstantSource clock) {
    return new MetaAds(
        MetaSettings.at(simulator.baseUrl(SimulatedHost.META_GRAPH)), limits, meters(), clock);
  }

  @Override
  protected io.outlay.ingestion.simulator.world.AdPlatform simulated() {
    return io.outlay.ingestion.simulator.world.AdPlatform.META;
  }

  @Override
  protected String apiVersion() {
    return "v26.0";
  }

  @Override
  protected Map<String, String> secrets(SimulatedCredentials credentials, AdAccount account) {
    return Map.of(
        "accessToken", credentials.meta().accessToken(),
        "appSecret", credentials.meta().appSecret());
  }
}
