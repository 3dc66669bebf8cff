package io.outlay.ingestion.platform.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.AdAccountKey;
import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.FactRow;
import io.outlay.domain.performance.View;
import io.outlay.domain.platform.PlatformConnection;
import io.outlay.domain.platform.PlatformCredential;
import io.outlay.ingestion.platform.FakePlatform;
import io.outlay.ingestion.platform.FakePlatform.Answer;
import io.outlay.ingestion.platform.FakePlatform.Asked;
import io.outlay.ingestion.platform.PeriodLength;
import io.outlay.ingestion.platform.PeriodReport;
import io.outlay.ingestion.platform.PlatformFailure;
import io.outlay.ingestion.platform.ReportRequest;
import io.outlay.ingestion.platform.call.CallSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** The example is a whole connector: what docs/connectors.md promises holds for it. */
class ExampleAdsTests {

  private static final LocalDate DAY = LocalDate.of(2026, 9, 1);
  private static final String TOKEN = "a-token-that-must-not-show";

  private final FakePlatform server = new FakePlatform(ExampleAdsTests::answer);
  private final ExampleAds platform =
      new ExampleAds(
          server.url(),
          CallSettings.usual().withWaits(Duration.ofMillis(5), Duration.ofSeconds(2)),
          new SimpleMeterRegistry(),
          InstantSource.fixed(Instant.parse("2026-11-10T12:00:00Z")));

  @AfterEach
  void close() {
    platform.close();
    server.close();
  }

  @Test
  void campaignsAndTheRestAddUpToTheAccountAndAnEmptyDayIsZero() {
    ReportRequest request =
        new ReportRequest(View.DELIVERY, new DateRange(DAY, DAY.plusDays(1)), PeriodLength.DAY);

    List<PeriodReport> reports =
        platform.readReport(
            awaited(platform.fetchReport(connection("77"), request)),
            request,
            platform.defaultMapping());

    assertThat(reports).hasSize(2);
    assertThat(reports.getFirst().rows())
        .extracting(FactRow::campaignId)
        .containsExactly("1", null);
    assertThat(reports.getFirst().rows())
        .extracting(row -> row.metrics().get(BaseMetric.SPEND))
        .containsExactly(2_500_000L, 500_000L);
    assertThat(reports.getLast().rows()).isEmpty();
    assertThat(reports.getLast().accountTotal().get(BaseMetric.SPEND)).isZero();
    assertThat(server.asked())
        .allMatch(asked -> ("Bearer " + TOKEN).equals(asked.headers().get("authorization")))
        .noneMatch(asked -> asked.uri().contains(TOKEN));
  }

  @Test
  void describesTheAccountAndItsCampaigns() {
    assertThat(awaited(platform.describe(connection("77"))).timeZone()).isEqualTo("Asia/Seoul");
    assertThat(
            platform.readStructure(awaited(platform.fetchStructure(connection("77")))).campaigns())
        .singleElement()
        .satisfies(campaign -> assertThat(campaign.status()).isEqualTo("ON"));
  }

  @Test
  void aWrongIdAndAWrongTokenAreToldAtOnceWithoutTheToken() {
    assertThatThrownBy(() -> awaited(platform.describe(connection("78"))))
        .isInstanceOf(PlatformFailure.AccountNotFound.class)
        .hasMessageNotContaining(TOKEN);
    assertThat(server.asked()).hasSize(1);
    assertThatThrownBy(() -> platform.requireCredential(new PlatformCredential(Map.of("key", "x"))))
        .hasMessageContaining("lacks token");
  }

  private static Answer answer(Asked asked) {
    String path = asked.uri().replaceAll("\\?.*", "");
    return switch (path) {
      case "/accounts/77" ->
          Answer.json(
              "{\"id\":77,\"name\":\"Games\",\"currency\":\"USD\",\"timeZone\":\"Asia/Seoul\"}");
      case "/accounts/77/campaigns" ->
          Answer.json("{\"rows\":[{\"id\":\"1\",\"name\":\"Launch\",\"status\":\"ON\"}]}");
      case "/accounts/77/report/campaigns" -> Answer.json(rows("\"campaignId\":\"1\",", "2.50"));
      case "/accounts/77/report" -> Answer.json(rows("", "3.00"));
      default -> Answer.json(404, "{}");
    };
  }

  private static String rows(String campaign, String spend) {
    return "{\"rows\":[{%s\"day\":\"2026-09-01\",\"impressions\":10,\"clicks\":1,\"spend\":\"%s\"}]}"
        .formatted(campaign, spend);
  }

  private static PlatformConnection connection(String account) {
    return new PlatformConnection(
        new AdAccountKey(new OrganizationId(1), "EXAMPLE_ADS", account),
        "1",
        new PlatformCredential(Map.of("token", TOKEN)));
  }

  private static <T> T awaited(Mono<T> mono) {
    return Objects.requireNonNull(mono.block(Duration.ofSeconds(20)));
  }
}
