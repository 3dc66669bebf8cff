package io.outlay.ingestion.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.job.Job;
import io.outlay.domain.job.JobState;
import io.outlay.domain.performance.ConversionKind;
import io.outlay.domain.platform.PlatformAccess;
import io.outlay.domain.platform.Reconciliation;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is known of past days, when a platform, a person or a mapping says otherwise later. */
class SyncCorrectionIntegrationTests extends SyncStage {

  private static final String CONVERSIONS =
      "SELECT coalesce(sum(conversions_micros), 0)::bigint FROM fact";

  @Test
  void keptAnswersAreReadAgainUnderAnotherMapping() {
    PlatformAccess access = workplace.connect(organization, "act_12", TODAY.minusDays(9));
    workplace.start();
    workplace.sync(access);
    assertThat(workplace.number(organization, CONVERSIONS)).isEqualTo(20_000_000);
    platform.asked.clear();
    workplace
        .connecting
        .change(
            access,
            SyncWorkplace.wishes(null, ConversionKind.PURCHASE, null),
            null,
            null,
            Audit.none())
        .block(SyncWorkplace.PATIENCE);

    Job job = workplace.await(workplace.submit(workplace.again(access), null, true));

    assertThat(job.state()).as(job.errorMessage()).isEqualTo(JobState.SUCCEEDED);
    assertThat(workplace.number(organization, CONVERSIONS)).isEqualTo(30_000_000);
    assertThat(platform.asked).isEmpty();
    assertThat(
            workplace.number(
                organization, "SELECT count(*) FROM slice WHERE conversion_goal = 'PURCHASE'"))
        .isEqualTo(10);
  }

  @Test
  void totalsThatDifferFromTheRowsAreKeptAndCounted() {
    platform.totalTooHigh = 1;
    PlatformAccess access = workplace.connect(organization, "act_13", TODAY.minusDays(9));
    workplace.start();

    workplace.sync(access);

    List<Reconciliation> differing =
        Objects.requireNonNull(
            workplace
                .reconciliations
                .page(organization, access.adAccountId(), true, TODAY.plusDays(1), 50)
                .collectList()
                .block(SyncWorkplace.PATIENCE));
    assertThat(differing).hasSize(9);
    assertThat(differing.getFirst().day()).isEqualTo(TODAY.minusDays(1));
    assertThat(differing.getFirst().differing())
        .containsExactly(io.outlay.domain.metric.BaseMetric.SPEND);
    assertThat(
            workplace
                .registry
                .counter("outlay.sync.reconciled.days", "channel", "META", "balanced", "false")
                .count())
        .isEqualTo(9);
  }

  @Test
  void aClosedDayThatMovedIsFoundWithinAWeekAndReadAgain() {
    PlatformAccess access = workplace.connect(organization, "act_14", TODAY.minusDays(79));
    workplace.start();
    workplace.sync(access);
    workplace.now = SyncWorkplace.NOW.plus(Duration.ofDays(3));
    workplace.sync(access);
    platform.spend.put(TODAY.minusDays(77), 900_000L);
    workplace.now = SyncWorkplace.NOW.plus(Duration.ofDays(8));
    assertThat(platform.askedTotals).isEmpty();

    workplace.sync(access);

    assertThat(platform.askedTotals).isNotEmpty();
    assertThat(workplace.number(organization, SPEND)).isEqualTo(87_900_000);
  }

  @Test
  void daysAnImportOwnsStayItsOwnUnlessTheAccountTakesThemOver() {
    PlatformAccess access = workplace.connect(organization, "act_15", TODAY.minusDays(9));
    own(access, TODAY.minusDays(5));
    workplace.start();

    assertThat(workplace.sync(access).state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(workplace.number(organization, "SELECT count(*) FROM slice WHERE source = 'api'"))
        .isEqualTo(9);
    workplace
        .connecting
        .change(access, SyncWorkplace.wishes(null, null, true), null, null, Audit.none())
        .block(SyncWorkplace.PATIENCE);
    workplace.sync(workplace.again(access));

    assertThat(workplace.number(organization, SPEND)).isEqualTo(10_000_000);
  }

  @Test
  void aRenamedCampaignKeepsItsOldNameOnOldDays() {
    PlatformAccess access = workplace.connect(organization, "act_16", TODAY.minusDays(9));
    workplace.start();
    workplace.sync(access);
    platform.campaignName = "Launch, second wave";
    workplace.now = SyncWorkplace.NOW.plus(Duration.ofDays(2));

    workplace.sync(access);

    assertThat(
            workplace.number(
                organization,
                "SELECT count(*) FROM entity_state WHERE (from_day, name) IN (('2026-11-22',"
                    + " 'Launch'), ('2026-11-24', 'Launch, second wave'))"))
        .isEqualTo(2);
    assertThat(
            workplace.number(
                organization,
                "SELECT count(*) FROM campaign WHERE name = 'Launch, second wave' AND status ="
                    + " 'ACTIVE' AND objective = 'APP'"))
        .isEqualTo(1);
    assertThat(workplace.number(organization, "SELECT count(*) FROM campaign_history"))
        .isEqualTo(2);
  }

  private void own(PlatformAccess access, LocalDate day) {
    database
        .database()
        .inOrganization(organization)
        .update(
            """
            INSERT INTO slice (organization_id, ad_account_id, measurer, view, source, first_day, last_day, level, sequence,
              content_hash, row_count, fetched_at, dictionary_version, is_estimated, conversion_goal, changed_in)
            VALUES ($1, $2, 'PLATFORM', 'DELIVERY', 'csv', $3, $3, 'CAMPAIGN', nextval('slice_sequence'), '', 0,
              clock_timestamp(), 1, false, 'INSTALL', 1)
            """,
            List.of(organization.value(), access.adAccountId(), day))
        .block(SyncWorkplace.PATIENCE);
  }
}
