package io.outlay.ingestion.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.error.BadRequest;
import io.outlay.domain.job.Job;
import io.outlay.domain.job.JobState;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.ConversionKind;
import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.Slice;
import io.outlay.domain.performance.View;
import io.outlay.domain.platform.AccessState;
import io.outlay.domain.platform.Completeness;
import io.outlay.domain.platform.PlatformAccess;
import io.outlay.domain.platform.Reconciliation;
import io.outlay.domain.test.MigratedDatabase;
import io.outlay.ingestion.platform.PeriodLength;
import io.outlay.ingestion.platform.PlatformFailure;
import io.outlay.ingestion.platform.ReportRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Accounts from connecting to facts, over a real database and a platform of the test's own. */
class AdAccountSyncIntegrationTests {

  private static final LocalDate TODAY = SyncWorkplace.TODAY;
  private static final String SPEND = "SELECT coalesce(sum(spend_micros), 0)::bigint FROM fact";
  private static final String CONVERSIONS =
      "SELECT coalesce(sum(conversions_micros), 0)::bigint FROM fact";

  private static MigratedDatabase database;
  private static int organizations;

  private final FakePlatform platform = new FakePlatform();
  private SyncWorkplace workplace;
  private OrganizationId organization;

  @BeforeAll
  static void createDatabase() {
    database = MigratedDatabase.create();
  }

  @AfterAll
  static void dropDatabase() {
    database.close();
  }

  @BeforeEach
  void open() {
    organization = database.addOrganization("sync-" + organizations++);
    workplace = new SyncWorkplace(database.database(), platform);
  }

  @AfterEach
  void close() {
    workplace.close();
    database
        .database()
        .asSystem()
        .update("UPDATE platform_access SET state = 'PAUSED'", List.of())
        .block(SyncWorkplace.PATIENCE);
  }

  @Test
  void aConnectedAccountIsReadWithoutBeingAskedNewestDaysFirst() {
    platform.spend.put(TODAY.minusDays(3), 0L);
    PlatformAccess access = workplace.connectDue(organization, "act_1", TODAY.minusDays(39));
    workplace.start();

    awaitNumber("SELECT count(*) FROM job WHERE state = 'SUCCEEDED'", 1);

    assertThat(workplace.number(organization, SPEND)).isEqualTo(39_000_000);
    assertThat(workplace.number(organization, "SELECT count(*) FROM slice WHERE source = 'api'"))
        .isEqualTo(40);
    assertThat(platform.asked.stream().map(request -> request.days().to()).distinct())
        .containsExactly(TODAY, TODAY.minusDays(15), TODAY.minusDays(30));
    Completeness completeness = completeness(access);
    assertThat(completeness.completeUntil()).isEqualTo(TODAY.minusDays(1));
    assertThat(completeness.gaps()).isEmpty();
    assertThat(completeness.freshAt()).isEqualTo(SyncWorkplace.NOW);
    assertThat(completeness.provisionalFrom()).isNotNull();
  }

  @Test
  void progressIsToldInDays() {
    Job job = connectAndSync("act_2", 39);

    assertThat(job.state()).as(job.errorMessage()).isEqualTo(JobState.SUCCEEDED);
    assertThat(job.done()).isEqualTo(40);
    assertThat(job.total()).isEqualTo(40);
  }

  @Test
  void anHourLaterOnlyTheCurrentDaysAreAskedForAndReplaced() {
    PlatformAccess access = workplace.connect(organization, "act_3", TODAY.minusDays(39));
    workplace.start();
    workplace.sync(access);
    platform.asked.clear();
    platform.spend.put(TODAY, 5_000_000L);
    workplace.now = SyncWorkplace.NOW.plus(Duration.ofHours(1));

    workplace.sync(access);

    assertThat(platform.asked)
        .containsExactly(
            new ReportRequest(
                View.DELIVERY, new DateRange(TODAY.minusDays(1), TODAY), PeriodLength.DAY));
    assertThat(workplace.number(organization, SPEND)).isEqualTo(44_000_000);
  }

  @Test
  void accountsTakeTurnsSoThatNoneWaitsForAnothersWholeHistory() {
    try (SyncWorkplace one = new SyncWorkplace(database.database(), platform, 1, Duration.ZERO)) {
      Job first = one.submit(one.connect(organization, "act_a", TODAY.minusDays(39)), null, false);
      Job second = one.submit(one.connect(organization, "act_b", TODAY.minusDays(39)), null, false);
      one.start();

      assertThat(one.await(first).done()).isEqualTo(40);
      assertThat(one.await(second).done()).isEqualTo(40);

      List<String> turns = new ArrayList<>();
      for (Slice slice : one.published) {
        String account = slice.key().account().externalId();
        if (turns.isEmpty() || !turns.getLast().equals(account)) {
          turns.add(account);
        }
      }
      assertThat(turns).containsExactly("act_a", "act_b", "act_a", "act_b", "act_a", "act_b");
      assertThat(one.number(organization, "SELECT max(lease_number) FROM job")).isEqualTo(4);
    }
  }

  @Test
  void aRunGoesOnWhereAKilledOneStopped() {
    PlatformAccess access = workplace.connect(organization, "act_4", TODAY.minusDays(74));
    platform.reachable = 3;
    workplace.start();
    Job job = workplace.submit(access, null, false);
    awaitNumber("SELECT count(*) FROM period_fetch", 45);
    workplace.close();
    platform.reachable = Integer.MAX_VALUE;

    try (SyncWorkplace other = new SyncWorkplace(database.database(), platform)) {
      other.start();
      assertThat(other.await(job).state()).isEqualTo(JobState.SUCCEEDED);
    }

    assertThat(workplace.number(organization, SPEND)).isEqualTo(75_000_000);
    // What was on its way when a run was given up may be asked for again; what was stored is not.
    List<ReportRequest> asked = List.copyOf(platform.asked);
    assertThat(asked.subList(3, asked.size())).doesNotContainAnyElementsOf(asked.subList(0, 3));
    assertThat(Set.copyOf(asked)).hasSize(5);
  }

  @Test
  void severalProcessesShareAccountsAndNeverAnAccount() {
    platform.mostDays = 5;
    List<PlatformAccess> accounts =
        List.of("act_5", "act_6", "act_7").stream()
            .map(id -> workplace.connect(organization, id, TODAY.minusDays(19)))
            .toList();
    try (SyncWorkplace other = new SyncWorkplace(database.database(), platform)) {
      workplace.start();
      other.start();
      List<Job> jobs =
          accounts.stream().map(account -> workplace.submit(account, null, false)).toList();
      jobs.forEach(job -> assertThat(workplace.await(job).state()).isEqualTo(JobState.SUCCEEDED));
    }

    assertThat(workplace.number(organization, SPEND)).isEqualTo(60_000_000);
    assertThat(
            workplace.number(
                organization,
                "SELECT count(*) FROM job a JOIN job b ON a.exclusion = b.exclusion AND a.job_id <"
                    + " b.job_id AND a.finished_at > b.started_at"))
        .isZero();
  }

  @Test
  void tooMuchDataIsAskedForInSmallerStretches() {
    platform.mostDays = 4;

    Job job = connectAndSync("act_8", 19);

    assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(workplace.number(organization, SPEND)).isEqualTo(20_000_000);
    assertThat(platform.asked).allMatch(request -> request.days().days() <= 4);
  }

  @Test
  void aRefusedCredentialStopsTheAccountWithAMessage() {
    PlatformAccess access = workplace.connect(organization, "act_9", TODAY.minusDays(9));
    platform.failures.add(
        new PlatformFailure.CredentialRefused("The token was revoked; connect again."));
    workplace.start();

    Job job = workplace.sync(access);

    assertThat(job.errorCode()).isEqualTo("CREDENTIAL_REFUSED");
    PlatformAccess stopped = workplace.again(access);
    assertThat(stopped.state()).isEqualTo(AccessState.CREDENTIAL_REFUSED);
    assertThat(stopped.stateDetail()).contains("revoked");
    assertThat(
            workplace.number(
                organization,
                "SELECT count(*) FROM period_fetch WHERE failure_code = 'CREDENTIAL_REFUSED' AND"
                    + " sequence IS NULL"))
        .isEqualTo(10);
    assertThat(completeness(access).gaps())
        .containsExactly(new DateRange(TODAY.minusDays(9), TODAY.minusDays(1)));
  }

  @Test
  void aThrottledRunWaitsAndGoesOn() {
    platform.failures.add(new PlatformFailure.Throttled("slow down", Duration.ofMillis(300)));
    platform.failures.add(new PlatformFailure.Unavailable("away", null));
    PlatformAccess access = workplace.connect(organization, "act_10", TODAY.minusDays(9));
    workplace.start();

    assertThat(workplace.sync(access).state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(workplace.number(organization, SPEND)).isEqualTo(10_000_000);
  }

  @Test
  void nothingOfAnUnreadableAnswerIsStored() {
    PlatformAccess access = workplace.connect(organization, "act_11", TODAY.minusDays(9));
    platform.failures.add(new PlatformFailure.Unreadable("the page is cut off", null));
    workplace.start();

    Job job = workplace.sync(access);

    assertThat(job.errorCode()).isEqualTo("UNREADABLE");
    assertThat(workplace.number(organization, "SELECT count(*) FROM slice")).isZero();
    assertThat(workplace.again(access).state()).isEqualTo(AccessState.CONNECTED);
  }

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

  @Test
  void anAccountThatDoesNotOpenIsNotConnected() {
    platform.failures.add(new PlatformFailure.PermissionMissing("Grant ads_read."));

    assertThatThrownBy(() -> workplace.connectDue(organization, "act_17", TODAY))
        .isInstanceOf(PlatformFailure.PermissionMissing.class);
    assertThatThrownBy(
            () ->
                workplace
                    .connecting
                    .connect(
                        organization,
                        new ConnectRequest(
                            "META",
                            "act_17",
                            new io.outlay.domain.platform.PlatformCredential(java.util.Map.of()),
                            SyncWorkplace.wishes(null, null, null)),
                        Audit.none())
                    .block(SyncWorkplace.PATIENCE))
        .isInstanceOf(BadRequest.class)
        .hasMessageContaining("accessToken");
    assertThat(workplace.number(organization, "SELECT count(*) FROM platform_access")).isZero();
    assertThat(workplace.number(organization, "SELECT count(*) FROM ad_account")).isZero();
  }

  private Job connectAndSync(String externalId, int daysBack) {
    PlatformAccess access = workplace.connect(organization, externalId, TODAY.minusDays(daysBack));
    workplace.start();
    return workplace.sync(access);
  }

  private Completeness completeness(PlatformAccess access) {
    Instant now = workplace.now;
    return Completeness.of(
        Objects.requireNonNull(
            workplace
                .fetches
                .all(organization, access.adAccountId())
                .collectList()
                .block(SyncWorkplace.PATIENCE)),
        access.settings().historyFrom(),
        access.zone(),
        now);
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

  private void awaitNumber(String sql, long atLeast) {
    Objects.requireNonNull(
        reactor.core.publisher.Mono.fromCallable(() -> workplace.number(organization, sql))
            .subscribeOn(reactor.core.scheduler.Schedulers.boundedElastic())
            .repeatWhen(looks -> looks.delayElements(Duration.ofMillis(50)))
            .filter(number -> number >= atLeast)
            .blockFirst(SyncWorkplace.PATIENCE));
  }
}
