package io.outlay.ingestion.platform.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.outlay.domain.error.BadRequest;
import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.AdAccountKey;
import io.outlay.domain.performance.ConversionKind;
import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.View;
import io.outlay.domain.platform.ActionMapping;
import io.outlay.domain.platform.PlatformConnection;
import io.outlay.domain.platform.PlatformCredential;
import io.outlay.ingestion.platform.FakePlatform;
import io.outlay.ingestion.platform.FakePlatform.Answer;
import io.outlay.ingestion.platform.FakePlatform.Asked;
import io.outlay.ingestion.platform.PeriodLength;
import io.outlay.ingestion.platform.PeriodReport;
import io.outlay.ingestion.platform.PlatformFailure;
import io.outlay.ingestion.platform.RawFetch;
import io.outlay.ingestion.platform.ReportRequest;
import io.outlay.ingestion.platform.call.CallSettings;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class MetaAdsTests {

  private static final LocalDate DAY = LocalDate.of(2026, 9, 1);
  private static final String ACCOUNT =
      "{\"account_id\":\"77\",\"name\":\"Games\",\"currency\":\"JPY\",\"timezone_name\":\"Asia/Tokyo\",\"id\":\"act_77\"}";
  private static final String NOTHING = "{\"data\":[]}";
  private static final String SECRET = "token-that-must-not-show";

  @Test
  void everyLevelAddsUpAndWhatOnlyTheAccountHasIsARemainder() {
    List<PeriodReport> reports = report(MetaAdsTests::oneAd, View.DELIVERY);

    PeriodReport report = reports.getFirst();
    assertThat(reports).hasSize(1);
    assertThat(report.rows()).hasSize(2);
    assertThat(report.rows().getFirst().adId()).isEqualTo("3");
    assertThat(report.rows().getFirst().currencyCode()).isEqualTo("JPY");
    assertThat(report.rows().getFirst().metrics().toMap())
        .containsEntry(BaseMetric.SPEND, 14_350_000L)
        .containsEntry(BaseMetric.CLICKS, 5L)
        .containsEntry(BaseMetric.INSTALLS, 4_000_000L)
        .containsEntry(BaseMetric.CONVERSIONS, 2_000_000L)
        .containsEntry(BaseMetric.CONVERSION_VALUE, 1_990_000L)
        .containsEntry(BaseMetric.VIEW_THROUGH_CONVERSIONS, 1_000_000L);
    assertThat(report.rows().getLast().campaignId()).isNull();
    assertThat(report.rows().getLast().metrics().get(BaseMetric.SPEND)).isEqualTo(650_000);
    assertThat(report.accountTotal().get(BaseMetric.SPEND)).isEqualTo(15_000_000);
  }

  @Test
  void anAccountThatIsNotThereIsAskedForOnce() {
    AtomicInteger asked = new AtomicInteger();
    try (FakePlatform meta =
        new FakePlatform(
            question -> {
              asked.incrementAndGet();
              return Answer.json(
                  400,
                  "{\"error\":{\"message\":\"Unsupported get"
                      + " request\",\"code\":100,\"error_subcode\":33}}");
            })) {
      assertThatThrownBy(() -> fetched(meta, View.DELIVERY))
          .isInstanceOf(PlatformFailure.AccountNotFound.class)
          .hasMessageContaining("account id");
    }
    assertThat(asked).hasValue(1);
  }

  @Test
  void windowsAreRowsOfAViewOfTheirOwn() {
    PeriodReport report = report(MetaAdsTests::oneAd, View.ATTRIBUTION_WINDOW).getFirst();

    assertThat(report.rows())
        .extracting(
            row -> row.attributionWindow() + " " + row.metrics().get(BaseMetric.CONVERSIONS))
        .containsExactlyInAnyOrder("7d_click 1000000", "1d_view 1000000");
    assertThat(report.accountTotal().reported()).isZero();
  }

  @Test
  void asksForThePageBehindTheCursorAndNeverShowsTheTokenInAnAddress() {
    try (FakePlatform meta =
        new FakePlatform(
            asked ->
                asked.uri().contains("/insights")
                        && !asked.uri().contains("after=")
                        && asked.uri().contains("level=account")
                    ? Answer.json(
                        "{\"data\":[],\"paging\":{\"cursors\":{\"after\":\"Abc\"},\"next\":\"http://elsewhere/?access_token=x\"}}")
                    : asked.uri().contains("/insights")
                        ? Answer.json(NOTHING)
                        : Answer.json(ACCOUNT))) {
      RawFetch fetch = fetched(meta, View.DELIVERY);

      assertThat(fetch.requests()).isEqualTo(meta.asked().size()).isEqualTo(6);
      assertThat(meta.asked()).last().extracting(Asked::uri).asString().contains("after=Abc");
      assertThat(meta.asked())
          .allMatch(
              asked -> !asked.uri().contains(SECRET) && asked.uri().contains("appsecret_proof="))
          .allMatch(asked -> ("Bearer " + SECRET).equals(asked.headers().get("authorization")));
    }
  }

  @Test
  void asksForShorterPagesThenShorterRangesThenARun() {
    try (FakePlatform meta = new FakePlatform(MetaAdsTests::onlyByRun)) {
      RawFetch fetch =
          awaited(
              ads(meta)
                  .fetchReport(
                      connection(),
                      new ReportRequest(
                          View.DELIVERY, new DateRange(DAY, DAY.plusDays(1)), PeriodLength.DAY)));

      assertThat(meta.asked()).filteredOn(asked -> asked.method().equals("POST")).hasSize(2);
      assertThat(meta.asked())
          .anyMatch(asked -> asked.uri().contains("limit=1&") || asked.uri().endsWith("limit=1"));
      assertThat(fetch.pages()).hasSize(6);
    }
  }

  @Test
  void aRunThatFailsIsBegunAnewAndThenGivenUp() {
    try (FakePlatform meta = new FakePlatform(asked -> onlyByRun(asked, "Job Failed"))) {
      assertThatThrownBy(() -> fetched(meta, View.DELIVERY))
          .isInstanceOf(PlatformFailure.Unavailable.class)
          .hasMessageContaining("Job Failed");
      assertThat(meta.asked()).filteredOn(asked -> asked.method().equals("POST")).hasSize(3);
    }
  }

  @Test
  void aRunThatStaysAtAHundredPercentIsNotTaken() {
    try (FakePlatform meta = new FakePlatform(asked -> onlyByRun(asked, "Job Running"))) {
      assertThatThrownBy(() -> fetched(meta, View.DELIVERY))
          .isInstanceOf(PlatformFailure.Unavailable.class)
          .hasMessageContaining("not ready");
    }
  }

  @Test
  void pagesThatRepeatThemselvesAreUnreadable() {
    String looping =
        "{\"data\":[{\"campaign_id\":\"1\"}],\"paging\":{\"cursors\":{\"after\":\"same\"},\"next\":\"http://x/\"}}";

    assertThatThrownBy(
            () ->
                report(
                    asked -> Answer.json(asked.uri().contains("/insights") ? looping : ACCOUNT),
                    View.DELIVERY))
        .isInstanceOf(PlatformFailure.Unreadable.class);
  }

  @Test
  void anotherAccountsRowIsUnreadable() {
    assertThatThrownBy(
            () ->
                report(
                    asked -> {
                      Answer answer = oneAd(asked);
                      return Answer.json(
                          answer
                              .body()
                              .replace("\"account_id\":\"77\",\"c", "\"account_id\":\"78\",\"c"));
                    },
                    View.DELIVERY))
        .isInstanceOf(PlatformFailure.Unreadable.class)
        .hasMessageContaining("78");
  }

  @Test
  void anExpiredTokenStopsAtOnceWithoutShowingIt() {
    try (FakePlatform meta =
        new FakePlatform(
            asked ->
                Answer.json(
                    400,
                    "{\"error\":{\"message\":\"Error validating access token: "
                        + SECRET
                        + SECRET
                        + "\",\"code\":190,\"error_subcode\":463}}"))) {
      assertThatThrownBy(() -> fetched(meta, View.DELIVERY))
          .isInstanceOf(PlatformFailure.CredentialRefused.class)
          .hasMessageContaining("190/463")
          .message()
          .doesNotContain(SECRET);
      assertThat(meta.asked()).hasSize(1);
    }
  }

  @Test
  void aThrottleLongerThanWeWaitIsToldWithItsTime() {
    try (FakePlatform meta =
        new FakePlatform(
            asked ->
                Answer.json(
                        400,
                        "{\"error\":{\"code\":80000,\"error_subcode\":2446079,\"message\":\"m\"}}")
                    .with(
                        "X-Business-Use-Case-Usage",
                        "{\"77\":[{\"type\":\"ads_insights\",\"call_count\":100,\"estimated_time_to_regain_access\":7}]}"))) {
      assertThatThrownBy(() -> fetched(meta, View.DELIVERY))
          .isInstanceOfSatisfying(
              PlatformFailure.Throttled.class,
              throttled -> assertThat(throttled.retryAfter()).isEqualTo(Duration.ofMinutes(7)));
      assertThat(meta.asked()).hasSize(1);
    }
  }

  @Test
  void aMappingThatCountsOneEventTwiceIsRefused() {
    for (String general : List.of("purchase", "omni_purchase")) {
      assertThatThrownBy(
              () ->
                  MetaMapping.check(
                      new ActionMapping(
                          ConversionKind.PURCHASE,
                          Map.of(
                              general,
                              ConversionKind.PURCHASE,
                              "offsite_conversion.fb_pixel_purchase",
                              ConversionKind.PURCHASE),
                          "")))
          .isInstanceOf(BadRequest.class)
          .hasMessageContaining(general)
          .hasMessageContaining("offsite_conversion.fb_pixel_purchase");
    }
    MetaMapping.check(MetaMapping.DEFAULT);
  }

  @Test
  void aCredentialWithoutTokenIsRefusedByName() {
    try (FakePlatform meta = new FakePlatform(asked -> Answer.json(NOTHING))) {
      assertThatThrownBy(
              () ->
                  ads(meta).requireCredential(new PlatformCredential(Map.of("appId", "secretive"))))
          .isInstanceOf(BadRequest.class)
          .hasMessageContaining("accessToken")
          .message()
          .doesNotContain("secretive");
    }
  }

  private static Answer onlyByRun(Asked asked) {
    return onlyByRun(asked, "Job Completed");
  }

  private static Answer onlyByRun(Asked asked, String status) {
    String uri = asked.uri();
    if (uri.contains("/v26.0/act_77/insights")) {
      boolean isAds = (uri + asked.body()).contains("level=ad&");
      if (asked.method().equals("POST")) {
        return Answer.json("{\"report_run_id\":602" + asked.number() + "}");
      }
      return isAds
          ? Answer.json(
              400, "{\"error\":{\"code\":100,\"error_subcode\":1487534,\"message\":\"too many\"}}")
          : Answer.json(NOTHING);
    }
    if (uri.contains("/v26.0/602")) {
      return uri.contains("/insights")
          ? Answer.json("{\"data\":[]}")
          : Answer.json("{\"async_status\":\"" + status + "\",\"async_percent_completion\":100}");
    }
    return Answer.json(ACCOUNT);
  }

  private static Answer oneAd(Asked asked) {
    if (!asked.uri().contains("/insights")) {
      return Answer.json(ACCOUNT);
    }
    String row =
        "{\"account_id\":\"77\",\"campaign_id\":\"1\",\"campaign_name\":\"C\",\"adset_id\":\"2\",\"ad_id\":\"3\",\"account_currency\":\"JPY\","
            + "\"date_start\":\"2026-09-01\",\"date_stop\":\"2026-09-01\",\"impressions\":\"185\",\"clicks\":\"9\",\"inline_link_clicks\":5,\"spend\":\"14.35\","
            + "\"actions\":[{\"action_type\":\"mobile_app_install\",\"value\":\"4\"},{\"action_type\":\"omni_purchase\",\"value\":\"9\"},"
            + "{\"action_type\":\"app_custom_event.fb_mobile_purchase\",\"value\":\"2\",\"7d_click\":\"1\",\"1d_view\":\"1\"}],"
            + "\"action_values\":[{\"action_type\":\"app_custom_event.fb_mobile_purchase\",\"value\":\"1.99\"}]}";
    String body = asked.uri().contains("level=account") ? row.replace("14.35", "15") : row;
    return Answer.json("{\"data\":[" + body + "],\"paging\":{\"cursors\":{\"after\":\"x\"}}}");
  }

  private static List<PeriodReport> report(Function<Asked, Answer> answers, View view) {
    try (FakePlatform meta = new FakePlatform(answers)) {
      return ads(meta).readReport(fetched(meta, view), request(view), MetaMapping.DEFAULT);
    }
  }

  private static RawFetch fetched(FakePlatform meta, View view) {
    return awaited(ads(meta).fetchReport(connection(), request(view)));
  }

  private static ReportRequest request(View view) {
    return new ReportRequest(view, new DateRange(DAY, DAY), PeriodLength.DAY);
  }

  private static MetaAds ads(FakePlatform meta) {
    return new MetaAds(
        new MetaSettings(
            meta.url(), Duration.ofMillis(5), Duration.ofMillis(20), Duration.ofSeconds(3)),
        CallSettings.usual().withWaits(Duration.ofMillis(5), Duration.ofMillis(50)),
        new SimpleMeterRegistry(),
        InstantSource.system());
  }

  private static PlatformConnection connection() {
    return new PlatformConnection(
        new AdAccountKey(new OrganizationId(1), "META", "77"),
        "v26.0",
        new PlatformCredential(Map.of("accessToken", SECRET, "appSecret", "s")));
  }

  private static <T> T awaited(Mono<T> mono) {
    return Objects.requireNonNull(mono.block(Duration.ofSeconds(20)));
  }
}
