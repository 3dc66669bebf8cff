package io.outlay.ingestion.platform.googleads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outlay.domain.metric.BaseMetric;
import io.outlay.ingestion.platform.PeriodLength;
import io.outlay.ingestion.platform.PlatformFailure;
import io.outlay.ingestion.platform.RawFetch;
import io.outlay.ingestion.platform.RawPage;
import io.outlay.ingestion.platform.Samples;
import io.outlay.ingestion.platform.call.Answers;
import io.outlay.ingestion.platform.call.CallFailed;
import io.outlay.ingestion.platform.call.PlatformAnswer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** Payloads as they were published. */
class GoogleSampleTests {

  @Test
  void readsADayOfACampaign() {
    JsonNode row = rows("google-ads/campaign_daily_row.json").getFirst();
    GoogleFigures figures = new GoogleFigures(GoogleMapping.DEFAULT);
    figures.add(row, "");

    assertThat(figures.values().toMap())
        .containsEntry(BaseMetric.IMPRESSIONS, 1_000L)
        .containsEntry(BaseMetric.CLICKS, 80L)
        .containsEntry(BaseMetric.SPEND, 2_500_000_000L);
    assertThat(GoogleValues.begin(row, PeriodLength.DAY)).isEqualTo(LocalDate.of(2026, 9, 2));
    assertThat(GooglePart.CAMPAIGN.key(row).campaignId()).isEqualTo("55");
  }

  @Test
  void readsEveryCampaignOfAStream() {
    assertThat(rows("google-ads/search_stream_campaigns.json"))
        .extracting(row -> GoogleValues.id(row, "campaign"))
        .containsExactly("123456789", "987654321");
  }

  @Test
  void readsTheAccountAndABudget() {
    RawFetch account = fetch(GoogleAccount.PART, "google-ads/customer_row.json");
    RawFetch budget = fetch("campaigns", "google-ads/campaign_budget_row.json");

    assertThat(GoogleAccount.of(account).currencyCode()).isEqualTo("BDT");
    assertThat(GoogleAccount.of(account).timeZone()).isEqualTo("Asia/Dhaka");
    assertThat(GoogleStructure.read(budget).campaigns().getFirst().dailyBudgetMicros())
        .isEqualTo(1_000_000_000L);
  }

  @Test
  void understandsWhatWentWrong() {
    assertThat(failure("google-ads/search_400_bad_date_literal.http.json").failure())
        .isInstanceOf(PlatformFailure.RequestRefused.class)
        .hasMessageContaining("LAST_90_DAYS");
    assertThat(failure("google-ads/search_stream_403_token_not_approved.http.json").failure())
        .isInstanceOf(PlatformFailure.PermissionMissing.class);
    CallFailed quota = failure("google-ads/search_stream_429_quota.http.json");
    assertThat(quota.failure()).isInstanceOf(PlatformFailure.Throttled.class);
    assertThat(quota.wish()).isEqualTo(Duration.ofSeconds(60));
  }

  private static List<JsonNode> rows(String sample) {
    return GoogleValues.rows(fetch("part", sample), "part");
  }

  private static RawFetch fetch(String part, String sample) {
    return new RawFetch(Instant.EPOCH, 1, "", List.of(new RawPage(part, Samples.payload(sample))));
  }

  private static CallFailed failure(String sample) {
    JsonNode response = Answers.json(Samples.payload(sample)).path("response");
    PlatformAnswer answer =
        new PlatformAnswer(
            response.path("status").asInt(0),
            new HttpHeaders(),
            Answers.write(response.path("body")));
    CallFailed[] failed = new CallFailed[1];
    assertThatThrownBy(() -> new GoogleRules().check(answer))
        .isInstanceOfSatisfying(CallFailed.class, found -> failed[0] = found);
    return failed[0];
  }
}
