package io.outlay.ingestion.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.ingestion.simulator.world.AdAccount;
import io.outlay.ingestion.simulator.world.AdPlatform;
import io.outlay.ingestion.simulator.world.Campaign;
import io.outlay.ingestion.simulator.world.DayRange;
import io.outlay.ingestion.simulator.world.IncidentKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is told of a day depends on when it is told. */
class RestatementTests {

  private static final DayRange DAY = SimulatorStage.days("2026-10-06", "2026-10-06");

  private static SimulatorStage stage;

  @BeforeAll
  static void start() {
    stage = new SimulatorStage();
  }

  @AfterAll
  static void stop() {
    stage.close();
  }

  @Test
  void conversionsGrowWithAgeUntilTheWindowCloses() {
    for (AdAccount account : stage.simulator().ledger().accounts()) {
      Instant end = DAY.last().plusDays(1).atStartOfDay(account.zone()).toInstant();
      BigDecimal before = BigDecimal.ZERO;
      // The sweep of the 3rd of November may take some back at Google: it is another test.
      for (int age = 0; age <= 27; age++) {
        BigDecimal now = total(account, DAY, end.plus(Duration.ofDays(age))).installs();
        assertThat(now).isGreaterThanOrEqualTo(before);
        before = now;
      }
      LedgerTotal settled = total(account, DAY, end.plus(Duration.ofDays(32)));
      LedgerTotal later = total(account, DAY, end.plus(Duration.ofDays(200)));
      assertThat(later).isEqualTo(settled);
      assertThat(total(account, DAY, end).installs()).isLessThan(settled.installs());
    }
  }

  @Test
  void spendAndClicksFallWhenInvalidTrafficIsTakenOut() {
    for (AdAccount account : stage.simulator().ledger().accounts()) {
      LedgerTotal fresh = total(account, DAY, Instant.parse("2026-10-08T00:00:00Z"));
      LedgerTotal first = total(account, DAY, Instant.parse("2026-10-20T00:00:00Z"));
      LedgerTotal swept = total(account, DAY, Instant.parse("2026-11-04T00:00:00Z"));

      assertThat(first.spendMicros()).isLessThan(fresh.spendMicros());
      assertThat(swept.spendMicros()).isLessThan(first.spendMicros());
      assertThat(swept.clicks()).isLessThan(fresh.clicks());
      assertThat(swept.impressions()).isEqualTo(fresh.impressions());
    }
  }

  @Test
  void conversionsOfGoogleFallWhenTheMonthIsClosed() {
    boolean fell = false;
    for (AdAccount account : stage.accounts(AdPlatform.GOOGLE_ADS)) {
      for (Campaign campaign : account.campaigns()) {
        DayRange early = SimulatorStage.days("2026-10-01", "2026-10-01");
        BigDecimal before = one(account, campaign, early, "2026-11-02T03:00:00Z").installs();
        BigDecimal after = one(account, campaign, early, "2026-11-03T15:00:00Z").installs();
        fell |= after.compareTo(before) < 0;
      }
    }
    assertThat(fell).isTrue();
  }

  @Test
  void todayComesHourByHour() {
    for (AdAccount account : stage.simulator().ledger().accounts()) {
      LocalDate today = LocalDate.of(2026, 11, 22);
      Instant midnight = today.atStartOfDay(account.zone()).toInstant();
      DayRange day = new DayRange(today, today);
      long before = total(account, day, midnight).impressions();
      assertThat(before).isZero();
      for (int hour = 1; hour <= 24; hour++) {
        long now = total(account, day, midnight.plus(Duration.ofHours(hour))).impressions();
        assertThat(now).isGreaterThan(before);
        before = now;
      }
      assertThat(total(account, day, midnight.plus(Duration.ofDays(3))).impressions())
          .isEqualTo(before);
    }
  }

  @Test
  void oneRowAMonthIsTakenBack() {
    AdAccount account = stage.first(AdPlatform.META);
    Campaign campaign = account.campaigns().get(5);
    DayRange day = SimulatorStage.days("2026-10-12", "2026-10-12");

    LedgerTotal before = one(account, campaign, day, "2026-10-16T08:00:00Z");
    LedgerTotal after = one(account, campaign, day, "2026-10-18T12:00:00Z");

    assertThat(after.impressions()).isLessThan(before.impressions());
  }

  @Test
  void aRenamedCampaignHasItsNewNameForOldDaysToo() throws Exception {
    try (SimulatorStage own = new SimulatorStage()) {
      AdAccount account = own.first(AdPlatform.META);
      String before = nameOfRenamed(own, account);
      own.simulator().clock().moveTo(Instant.parse("2026-12-16T12:00:00Z"));

      assertThat(before).endsWith("2026-11");
      assertThat(nameOfRenamed(own, account)).endsWith("2026-12");
    }
  }

  private static String nameOfRenamed(SimulatorStage own, AdAccount account) throws Exception {
    String id = Long.toString(account.campaigns().get(4).id());
    return own.meta().insights(account.id(), "campaign", "2026-11-18", "2026-11-19").stream()
        .filter(row -> row.path("campaign_id").asString().equals(id))
        .map(row -> row.path("campaign_name").stringValue())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void incidentsShowInTheFigures() {
    AdAccount first = stage.first(AdPlatform.META);
    AdAccount second = stage.accounts(AdPlatform.META).get(1);
    DayRange month = SimulatorStage.days("2026-10-01", "2026-10-31");

    assertThat(stage.simulator().ledger().incidents(first, month))
        .extracting(incident -> incident.kind())
        .containsExactly(
            IncidentKind.CPM_JUMP,
            IncidentKind.CPM_JUMP,
            IncidentKind.CPM_JUMP,
            IncidentKind.OVERSPEND);
    long usual = one(first, first.campaigns().get(1), day("2026-10-05")).spendMicros();
    long over = one(first, first.campaigns().get(1), day("2026-10-04")).spendMicros();
    assertThat(over).isGreaterThan(usual * 3 / 2);
    LedgerTotal broken = one(second, second.campaigns().get(1), day("2026-10-10"));
    assertThat(broken.clicks()).isPositive();
    assertThat(broken.installs()).isZero();
    assertThat(cpm(one(first, first.campaigns().getFirst(), day("2026-10-18"))))
        .isGreaterThan(2 * cpm(one(first, first.campaigns().getFirst(), day("2026-10-20"))));
  }

  @Test
  void pausedDeletedAndUnbornCampaignsSpendNothing() {
    AdAccount account = stage.first(AdPlatform.GOOGLE_ADS);
    List<Campaign> campaigns = account.campaigns();

    assertThat(one(account, campaigns.get(6), day("2026-10-21")).impressions()).isZero();
    assertThat(one(account, campaigns.get(6), day("2026-10-19")).impressions()).isPositive();
    assertThat(one(account, campaigns.get(10), day("2026-10-11")).impressions()).isPositive();
    assertThat(one(account, campaigns.get(10), day("2026-10-12")).impressions()).isZero();
    assertThat(one(account, campaigns.get(13), day("2026-11-07")).impressions()).isZero();
    assertThat(one(account, campaigns.get(13), day("2026-11-08")).impressions()).isPositive();
  }

  private static DayRange day(String day) {
    return SimulatorStage.days(day, day);
  }

  private static long cpm(LedgerTotal total) {
    return total.spendMicros() / total.impressions();
  }

  private static LedgerTotal one(AdAccount account, Campaign campaign, DayRange days) {
    return one(account, campaign, days, SimulatorStage.NOW.toString());
  }

  private static LedgerTotal one(AdAccount account, Campaign campaign, DayRange days, String at) {
    return stage.simulator().ledger().campaign(account, campaign.id(), days, Instant.parse(at));
  }

  private static LedgerTotal total(AdAccount account, DayRange days, Instant at) {
    return stage.simulator().ledger().account(account, days, at);
  }
}
