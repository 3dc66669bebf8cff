package io.outlay.ingestion.platform.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.performance.View;
import io.outlay.ingestion.platform.AdPlatform;
import io.outlay.ingestion.platform.AdPlatformContract;
import io.outlay.ingestion.platform.PeriodReport;
import io.outlay.ingestion.platform.PlatformFailure;
import io.outlay.ingestion.platform.RawFetch;
import io.outlay.ingestion.platform.call.CallSettings;
import io.outlay.ingestion.simulator.AdPlatformSimulator;
import io.outlay.ingestion.simulator.SimulatedCredentials;
import io.outlay.ingestion.simulator.fault.Fault;
import io.outlay.ingestion.simulator.fault.FaultKind;
import io.outlay.ingestion.simulator.http.SimulatedHost;
import io.outlay.ingestion.simulator.meta.MetaCredentials;
import io.outlay.ingestion.simulator.world.AdAccount;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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

  @Test
  void whatIsTooMuchInTheShortestPageOfADayIsPreparedByMeta() {
    AdAccount account = accounts().getFirst();
    List<PeriodReport> right = report(account, View.DELIVERY, DAYS);
    faults().add(Fault.of(FaultKind.TOO_MUCH_DATA, simulated(), Fault.UNTIL_CLEARED));
    RawFetch fetch = fetch(account, View.DELIVERY, DAYS);

    // For each of the levels: the range and its halves down to a day, each down to a page of one
    // row.
    assertThat(fetch.requests()).isGreaterThan(4 * (7 * 5));
    assertThat(report(account, View.DELIVERY, DAYS))
        .extracting(PeriodReport::accountTotal)
        .isEqualTo(right.stream().map(PeriodReport::accountTotal).toList());
  }

  @Test
  void aShortTokenIsSwappedForALastingOneWhereTheAppIsKnown() {
    MetaCredentials own = credentials(accounts().getFirst()).meta();
    Map<String, String> secrets =
        Map.of(
            "accessToken", own.accessToken(), "appId", own.appId(), "appSecret", own.appSecret());

    assertThat(lasting(accounts().getFirst(), secrets).reveal()).isEqualTo(secrets);
    assertThatThrownBy(
            () ->
                lasting(
                    accounts().getFirst(),
                    Map.of("accessToken", "of-nobody", "appId", "1", "appSecret", "2")))
        .isInstanceOf(PlatformFailure.CredentialRefused.class)
        .hasMessageNotContaining("of-nobody");
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
        new MetaSettings(
            simulator.baseUrl(SimulatedHost.META_GRAPH),
            Duration.ofMillis(10),
            Duration.ofMillis(50),
            Duration.ofSeconds(5)),
        limits,
        meters(),
        clock);
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
