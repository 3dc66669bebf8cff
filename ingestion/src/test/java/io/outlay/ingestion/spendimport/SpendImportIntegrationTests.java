package io.outlay.ingestion.spendimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outlay.domain.error.BadRequest;
import io.outlay.domain.error.NotFound;
import io.outlay.domain.job.Job;
import io.outlay.domain.job.JobState;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.Period;
import io.outlay.domain.performance.Slice;
import io.outlay.domain.test.MigratedDatabase;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports from upload to facts, over a real database. */
class SpendImportIntegrationTests {

  private static final String HEADER = "Day,Campaign,Ad group,Cost,Impr.,Clicks,Conversions\n";
  private static final String SPEND = "SELECT coalesce(sum(spend_micros), 0)::bigint FROM fact";
  private static final String ROWS = "SELECT count(*) FROM fact";
  private static final String VERSION = "SELECT data_version FROM organization";

  private static MigratedDatabase database;
  private static int organizations;

  @TempDir Path folder;

  private ImportWorkplace workplace;
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
    organization = database.addOrganization("importer-" + organizations++);
    workplace = new ImportWorkplace(database.database(), folder);
    workplace.start();
  }

  @AfterEach
  void close() {
    workplace.close();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void fileBecomesFacts() {
    Job job =
        workplace.run(
            organization,
            google(HEADER + "2026-11-01,A,g1,1.5,10,1,0.25\n2026-11-02,A,g1,2.25,20,2,1\n"));

    assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(number(SPEND)).isEqualTo(3_750_000);
    assertThat(number("SELECT sum(conversions_micros)::bigint FROM fact")).isEqualTo(1_250_000);
    assertThat(
            number("SELECT count(*) FROM channel WHERE key = 'GOOGLE_ADS' AND name = 'Google Ads'"))
        .isEqualTo(1);
    assertThat(
            number(
                "SELECT count(*) FROM slice WHERE source = 'csv' AND level = 'AD_GROUP' AND"
                    + " raw_input_id IS NOT NULL"))
        .isEqualTo(2);
    SpendImportResult result = SpendImports.result(job).orElseThrow();
    assertThat(result.file().preset()).isEqualTo("google-ads");
    assertThat(result.file().firstRows().getFirst().values()).containsEntry("spend", "1.5");
    assertThat(result.rowsThatWouldVanish()).isZero();
  }

  @Test
  void sameFileTwiceCountsOnce() {
    SpendImportRequest request = google(HEADER + "2026-11-01,A,g1,1.5,10,1,0\n");
    workplace.run(organization, request);
    long version = number(VERSION);

    Job again = workplace.run(organization, request);

    assertThat(again.state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(number(SPEND)).isEqualTo(1_500_000);
    assertThat(number(VERSION)).isEqualTo(version);
  }

  @Test
  void problemsPublishNothing() {
    Job job =
        workplace.run(
            organization,
            google(HEADER + "2026-11-01,A,g1,1.5,10,1,0\n2026-11-02,A,g1,oops,10,1,0\n"));

    assertThat(job.state()).isEqualTo(JobState.FAILED);
    assertThat(job.errorCode()).isEqualTo("INVALID_FILE");
    assertThat(job.errorMessage()).contains("Line 3").contains("\"Cost\"").contains("oops");
    assertThat(workplace.published).isEmpty();
    assertThat(number(ROWS)).isZero();
  }

  @Test
  void dryRunTellsAndChangesNothing() {
    workplace.run(
        organization, google(HEADER + "2026-11-01,A,g1,1,10,1,0\n2026-11-01,B,g2,2,10,1,0\n"));
    SpendImportRequest other =
        google(HEADER + "2026-11-01,A,g1,5,10,1,0\n2026-11-02,A,g1,5,10,1,0\nx,A,g1,5,10,1,0\n");

    SpendImportResult broken =
        SpendImports.result(workplace.run(organization, other.asDryRun())).orElseThrow();
    SpendImportRequest right =
        google(HEADER + "2026-11-01,A,g1,5,10,1,0\n2026-11-02,A,g1,5,10,1,0\n");
    SpendImportResult conflict =
        SpendImports.result(workplace.run(organization, right.asDryRun())).orElseThrow();
    SpendImportResult days =
        SpendImports.result(
                workplace.run(organization, right.replacing(ImportReplacement.DAYS).asDryRun()))
            .orElseThrow();
    SpendImportResult campaigns =
        SpendImports.result(
                workplace.run(
                    organization, right.replacing(ImportReplacement.CAMPAIGNS).asDryRun()))
            .orElseThrow();

    assertThat(broken.file().problemCount()).isEqualTo(1);
    assertThat(conflict.conflicts()).hasSize(1);
    assertThat(conflict.conflicts().getFirst().days())
        .isEqualTo(Period.of(LocalDate.of(2026, 11, 1)));
    assertThat(days.conflictCount()).isZero();
    assertThat(days.rowsThatWouldVanish()).isEqualTo(1);
    assertThat(campaigns.rowsThatWouldVanish()).isZero();
    assertThat(number(SPEND)).isEqualTo(3_000_000);
  }

  @Test
  void otherFiguresReplaceOnlyWhereAskedTo() {
    workplace.run(
        organization, google(HEADER + "2026-11-01,A,g1,1,10,1,0\n2026-11-01,B,g2,2,10,1,0\n"));
    SpendImportRequest changed = google(HEADER + "2026-11-01,A,g1,5,10,1,0\n");

    Job refused = workplace.run(organization, changed);
    long afterRefusal = number(SPEND);
    workplace.run(organization, changed.replacing(ImportReplacement.CAMPAIGNS));
    long afterCampaigns = number(SPEND);
    workplace.run(organization, changed.replacing(ImportReplacement.DAYS));

    assertThat(refused.errorCode()).isEqualTo("CONFLICT");
    assertThat(refused.errorMessage()).contains("2026-11-01");
    assertThat(afterRefusal).isEqualTo(3_000_000);
    assertThat(afterCampaigns).isEqualTo(7_000_000);
    assertThat(number(SPEND)).isEqualTo(5_000_000);
  }

  @Test
  void anotherDatasetOverOwnedDaysIsRefusedUnlessItTakesThem() {
    workplace.run(organization, google(HEADER + "2026-11-01,A,g1,1,10,1,0\n"));
    SpendImportRequest other =
        google("Day,Campaign,Cost,Impr.,Clicks\n2026-11-01,A,9,10,1\n").inDataset("finance");

    Job refused = workplace.run(organization, other);
    Job taken = workplace.run(organization, other.replacing(ImportReplacement.ANY_SOURCE));

    assertThat(refused.errorCode()).isEqualTo("CONFLICT");
    assertThat(refused.errorMessage()).contains("\"csv\"").contains("AD_GROUP");
    assertThat(taken.state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(number(SPEND)).isEqualTo(9_000_000);
  }

  @Test
  void keptFileIsReadAgainUnderAnotherMapping() {
    String text = "when,what,money,assumed\n2026-11-01,A,1.5,7\n";
    long upload = workplace.upload(organization, text).id();
    SpendFileSettings settings =
        SpendFileSettings.recognised("tv", "KRW")
            .withColumns(
                Map.of(
                    SpendField.DATE,
                    "when",
                    SpendField.CAMPAIGN_NAME,
                    "what",
                    SpendField.SPEND,
                    "money"));
    SpendFileSettings otherColumn =
        settings.withColumns(
            Map.of(
                SpendField.DATE,
                "when",
                SpendField.CAMPAIGN_NAME,
                "what",
                SpendField.SPEND,
                "assumed"));
    workplace.run(
        organization, SpendImportRequest.of(upload, settings).forChannel("TV", "Television"));

    Job again =
        workplace.run(
            organization,
            SpendImportRequest.of(upload, otherColumn)
                .forChannel("TV", null)
                .replacing(ImportReplacement.DAYS));

    assertThat(again.state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(number(SPEND)).isEqualTo(7_000_000);
    assertThat(number("SELECT count(*) FROM channel WHERE key = 'TV' AND name = 'Television'"))
        .isEqualTo(1);
  }

  @Test
  void labelsOfCampaignsAreKept() {
    String text =
        "date,campaignId,campaignName,labelTitle,labelCountry,spend\n"
            + "2026-11-01,c1,Launch,Puzzle Quest,KR,1\n";

    workplace.run(
        organization,
        SpendImportRequest.of(
                workplace.upload(organization, text).id(), SpendFileSettings.recognised("a", "KRW"))
            .forChannel("NAVER", null));

    assertThat(
            number(
                "SELECT count(*) FROM campaign_label WHERE (key, value) IN (('title', 'Puzzle"
                    + " Quest'), ('country', 'KR'))"))
        .isEqualTo(2);
  }

  @Test
  void adsWithoutCampaignsAndAccountsAloneAreStoredToo() {
    String ads =
        "ad_id,date,account_id,impressions,inline_link_clicks,spend\n62,2020-12-10,17,10,1,76.53\n";
    String accounts =
        "customer_id,date,cost_micros,device,impressions,clicks\n21,2021-07-10,5,MOBILE,1,1\n";

    Job meta =
        workplace.run(
            organization,
            SpendImportRequest.of(
                workplace.upload(organization, ads).id(),
                SpendFileSettings.recognised("x", "USD")));
    Job google =
        workplace.run(
            organization,
            SpendImportRequest.of(
                workplace.upload(organization, accounts).id(),
                SpendFileSettings.recognised("x", "USD")));

    assertThat(meta.state()).as(meta.errorMessage()).isEqualTo(JobState.SUCCEEDED);
    assertThat(google.state()).as(google.errorMessage()).isEqualTo(JobState.SUCCEEDED);
    assertThat(number(SPEND)).isEqualTo(76_530_005);
  }

  @Test
  void importsGoOnWhereAKilledWorkerStopped() {
    StringBuilder text = new StringBuilder(HEADER);
    for (int day = 0; day < 200; day++) {
      text.append(LocalDate.of(2026, 1, 1).plusDays(day)).append(",A,g1,1.000001,10,1,0\n");
    }
    workplace.close();
    SpendImportRequest request = google(text.toString());
    Job job;
    try (ImportWorkplace stuck = new ImportWorkplace(database.database(), folder, 100)) {
      job = stuck.submit(organization, request);
      stuck.start();
      awaitPublished(stuck, 100);
    }

    try (ImportWorkplace other = new ImportWorkplace(database.database(), folder)) {
      other.start();
      Job ended = other.await(job);

      assertThat(ended.state()).as(ended.errorMessage()).isEqualTo(JobState.SUCCEEDED);
      assertThat(number(SPEND)).isEqualTo(200_000_200);
      assertThat(number("SELECT count(DISTINCT sequence) FROM slice")).isEqualTo(1);
      assertThat(other.published).hasSizeLessThan(200);
      assertThat(other.published.stream().map(Slice::sequence).collect(Collectors.toSet()))
          .hasSize(1);
    }
  }

  @Test
  void requestsThatCannotBeRightAreRefusedAtOnce() {
    long upload = workplace.upload(organization, HEADER).id();
    SpendImportRequest request =
        SpendImportRequest.of(upload, SpendFileSettings.recognised("x", "USD"));

    assertThatThrownBy(() -> workplace.submit(organization, request.inDataset("No Spaces")))
        .isInstanceOf(BadRequest.class)
        .hasMessageContaining("dataset");
    assertThatThrownBy(() -> workplace.submit(organization, request.forChannel("naver", null)))
        .isInstanceOf(BadRequest.class);
    assertThatThrownBy(
            () ->
                workplace.submit(
                    organization,
                    SpendImportRequest.of(upload, SpendFileSettings.recognised("x", "XXZ"))))
        .isInstanceOf(BadRequest.class);
    OrganizationId foreign = database.addOrganization("foreign-" + organizations++);
    assertThatThrownBy(() -> workplace.submit(foreign, request)).isInstanceOf(NotFound.class);
  }

  private SpendImportRequest google(String text) {
    return SpendImportRequest.of(
        workplace.upload(organization, text).id(), SpendFileSettings.recognised("g-1", "USD"));
  }

  private long number(String sql) {
    return workplace.number(organization, sql);
  }

  private static void awaitPublished(ImportWorkplace workplace, int count) {
    reactor.core.publisher.Flux.interval(java.time.Duration.ofMillis(20))
        .filter(tick -> workplace.published.size() >= count)
        .blockFirst(ImportWorkplace.PATIENCE);
  }
}
