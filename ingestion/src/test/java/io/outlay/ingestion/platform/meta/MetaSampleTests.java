package io.outlay.ingestion.platform.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outlay.domain.metric.BaseMetric;
import io.outlay.ingestion.platform.PlatformFailure;
import io.outlay.ingestion.platform.Samples;
import io.outlay.ingestion.platform.call.Answers;
import io.outlay.ingestion.platform.call.CallFailed;
import io.outlay.ingestion.platform.call.PlatformAnswer;
import io.outlay.ingestion.platform.call.Reaction;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** Payloads as they were published. */
class MetaSampleTests {

  private final MetaRules rules = new MetaRules();

  @Test
  void readsARowOfARealAccount() {
    JsonNode row =
        Answers.json(Samples.payload("meta/insights_ad_level_product_breakdown.json"))
            .path("data")
            .path(0);

    assertThat(MetaFigures.delivered(row, MetaMapping.DEFAULT).toMap())
        .containsEntry(BaseMetric.IMPRESSIONS, 185L)
        .containsEntry(BaseMetric.SPEND, 14_350_000L)
        .containsEntry(BaseMetric.CONVERSIONS, 0L);
    assertThat(MetaPart.AD.key(row).adId()).isEqualTo("23854695759200548");
  }

  @Test
  void readsABudgetOfMinorUnits() {
    JsonNode campaign =
        Answers.json(Samples.payload("meta/campaigns_edge.json")).path("data").path(0);

    assertThat(MetaMoney.budgetMicros(campaign, "daily_budget", "USD")).isEqualTo(250_000_000L);
    assertThat(MetaMoney.budgetMicros(campaign, "daily_budget", "KRW")).isEqualTo(25_000_000_000L);
    assertThat(MetaMoney.budgetMicros(campaign, "daily_budget", "TWD")).isEqualTo(25_000_000_000L);
    assertThat(MetaMoney.budgetMicros(campaign, "daily_budget", "HUF")).isEqualTo(25_000_000_000L);
    assertThat(MetaMoney.budgetMicros(campaign, "no_budget", "USD")).isNull();
  }

  @Test
  void understandsWhatWentWrong() {
    assertThat(failure("meta/error_80000_rate_limit.http.json").failure())
        .isInstanceOf(PlatformFailure.Throttled.class);
    assertThat(failure("meta/error_190_463_token_expired.http.json").failure())
        .isInstanceOf(PlatformFailure.CredentialRefused.class);
    assertThat(failure("meta/error_1_reduce_data.http.json").failure())
        .isInstanceOf(PlatformFailure.TooMuchData.class);
    CallFailed tooMany = failure("meta/error_100_1487534_too_many_rows.http.json");
    assertThat(tooMany.failure()).isInstanceOf(PlatformFailure.TooMuchData.class);
    assertThat(tooMany.reaction()).isEqualTo(Reaction.STOP);
  }

  @Test
  void pausesWhenNearlyEverythingAllowedIsUsed() {
    JsonNode values = Answers.json(Samples.payload("meta/header_usage_values.json"));
    HttpHeaders headers = new HttpHeaders();
    values
        .properties()
        .forEach(header -> headers.set(header.getKey(), header.getValue().toString()));

    assertThat(rules.pauseAfter(new PlatformAnswer(200, headers, new byte[0])))
        .isEqualTo(Duration.ofMinutes(1));
    assertThat(rules.pauseAfter(new PlatformAnswer(200, new HttpHeaders(), new byte[0])))
        .isEqualTo(Duration.ZERO);
  }

  private CallFailed failure(String sample) {
    JsonNode response = Answers.json(Samples.payload(sample)).path("response");
    HttpHeaders headers = new HttpHeaders();
    response
        .path("headers")
        .properties()
        .forEach(header -> headers.set(header.getKey(), header.getValue().asString("")));
    PlatformAnswer answer =
        new PlatformAnswer(
            response.path("status").asInt(0), headers, Answers.write(response.path("body")));
    CallFailed[] failed = new CallFailed[1];
    assertThatThrownBy(() -> rules.check(answer))
        .isInstanceOfSatisfying(CallFailed.class, found -> failed[0] = found);
    return failed[0];
  }
}
