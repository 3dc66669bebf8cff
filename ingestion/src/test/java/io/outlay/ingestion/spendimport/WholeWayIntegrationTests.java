package io.outlay.ingestion.spendimport;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.outlay.domain.database.Database;
import io.outlay.domain.database.Notifications;
import io.outlay.domain.job.Job;
import io.outlay.domain.job.JobState;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.Period;
import io.outlay.domain.performance.postgres.PostgresDeadLetters;
import io.outlay.domain.performance.postgres.PostgresLargeSlices;
import io.outlay.domain.performance.postgres.PostgresLogPositions;
import io.outlay.domain.performance.postgres.PostgresSlices;
import io.outlay.domain.rawinput.RawInput;
import io.outlay.domain.test.MigratedDatabase;
import io.outlay.domain.version.postgres.PostgresDataVersions;
import io.outlay.embedded.test.SharedServices;
import io.outlay.ingestion.demo.DemoCompany;
import io.outlay.ingestion.demo.DemoExport;
import io.outlay.ingestion.log.RecordLog;
import io.outlay.ingestion.log.kafka.KafkaRecordLog;
import io.outlay.ingestion.sink.SliceSink;
import io.outlay.ingestion.slice.LogSlicePublisher;
import io.outlay.ingestion.slice.SliceRecords;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** From upload over Kafka to facts. */
@ResourceLock("slice log")
class WholeWayIntegrationTests {

  private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 22);

  @TempDir Path folder;

  private MigratedDatabase migrated;
  private RecordLog log;
  private SliceSink sink;
  private ImportWorkplace workplace;
  private OrganizationId organization;

  @BeforeEach
  void open() throws SQLException {
    migrated = MigratedDatabase.create();
    numberOrganizationsFrom(1_000_000 + System.nanoTime() % 1_000_000_000);
    organization = migrated.addOrganization("whole-way");
    Database database = migrated.database();
    PostgresLargeSlices large = new PostgresLargeSlices(database);
    log =
        new KafkaRecordLog(
            SharedServices.get().kafka().bootstrapServers(),
            List.of(SliceRecords.SLICES, SliceRecords.DEAD_LETTERS));
    sink =
        new SliceSink(
            log,
            new PostgresSlices(database),
            new PostgresLogPositions(database),
            large,
            new PostgresDeadLetters(database),
            new PostgresDataVersions(database, new Notifications(database)),
            new SimpleMeterRegistry());
    workplace =
        new ImportWorkplace(database, folder, new LogSlicePublisher(log, large), Long.MAX_VALUE);
    sink.start();
    workplace.start();
  }

  @AfterEach
  void close() {
    workplace.close();
    sink.close();
    log.close();
    SharedServices.get().deleteTopic(SliceRecords.SLICES.name());
    migrated.close();
  }

  @Test
  void aDemoExportBecomesExactlyItsOwnLedger() {
    DemoExport export = new DemoExport(DemoCompany.DEMO_GAMES, LAST_DAY.minusDays(59), LAST_DAY);
    RawInput kept =
        Objects.requireNonNull(
            workplace
                .rawInputs
                .store(organization, export.fileName(), export.content())
                .block(ImportWorkplace.PATIENCE));

    Job job = workplace.run(organization, export.request(kept.id()));

    assertThat(job.state()).as(job.errorMessage()).isEqualTo(JobState.SUCCEEDED);
    assertThat(stored("spend_micros", DemoExport.CHANNEL)).isEqualTo(ledger(export, 16));
    assertThat(stored("conversion_value_micros", DemoExport.CHANNEL)).isEqualTo(ledger(export, 18));
    assertThat(number("SELECT count(*) FROM slice")).isEqualTo(60);
    assertThat(number("SELECT count(DISTINCT value) FROM campaign_label WHERE key = 'title'"))
        .isEqualTo(4);
  }

  @Test
  void realCampaignExportBecomesItsKnownTotals() throws IOException {
    String kag =
        Files.readString(SharedSamples.file("ad-apis/samples/meta/KAG_conversion_data_dev.csv"));
    SpendFileSettings settings =
        SpendFileSettings.recognised("kag", "USD")
            .withRange(new Period(LocalDate.of(2021, 8, 17), LocalDate.of(2021, 8, 30)))
            .withValuePerConversion(new ValuePerConversion(100_000_000, "USD"))
            .withColumns(
                Map.of(
                    SpendField.CAMPAIGN_ID, "xyz_campaign_id",
                    SpendField.AD_GROUP_ID, "fb_campaign_id",
                    SpendField.AD_ID, "ad_id",
                    SpendField.AGE_RANGE, "age",
                    SpendField.GENDER, "gender",
                    SpendField.IMPRESSIONS, "Impressions",
                    SpendField.CLICKS, "Clicks",
                    SpendField.SPEND, "Spent",
                    SpendField.CONVERSIONS, "Approved_Conversion",
                    SpendField.CONVERSIONS_ALL, "Total_Conversion"));

    Job job =
        workplace.run(
            organization,
            SpendImportRequest.of(workplace.upload(organization, kag).id(), settings)
                .forChannel("META", null));

    assertThat(job.state()).as(job.errorMessage()).isEqualTo(JobState.SUCCEEDED);
    assertThat(stored("spend_micros", "META")).isEqualTo(40_460_059_972L);
    assertThat(stored("impressions", "META")).isEqualTo(147_552_733);
    assertThat(stored("clicks", "META")).isEqualTo(26_266);
    assertThat(stored("conversions_micros", "META")).isEqualTo(732_000_000);
    assertThat(stored("conversions_all_micros", "META")).isEqualTo(2_204_000_000L);
    assertThat(stored("conversion_value_micros", "META")).isEqualTo(73_200_000_000L);
    assertThat(number("SELECT count(*) FROM slice WHERE is_estimated")).isEqualTo(1);
  }

  /** The log is shared with other tests, whose organizations must not be this one's namesakes. */
  private void numberOrganizationsFrom(long first) throws SQLException {
    try (Connection connection = migrated.superuser();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "ALTER TABLE organization ALTER COLUMN organization_id RESTART WITH " + first);
    }
  }

  private long stored(String column, String channel) {
    return number(
        "SELECT sum(f."
            + column
            + ")::bigint FROM fact f JOIN ad_account a USING (organization_id, ad_account_id)"
            + " JOIN channel c USING (organization_id, channel_id) WHERE c.key = '"
            + channel
            + "'");
  }

  private long number(String sql) {
    return workplace.number(organization, sql);
  }

  /** Sum of a column of the export's text, in millionths. */
  private static long ledger(DemoExport export, int column) {
    StringBuilder text = new StringBuilder();
    Objects.requireNonNull(export.content().collectList().block())
        .forEach(piece -> text.append(StandardCharsets.UTF_8.decode(piece)));
    return text.toString()
        .lines()
        .skip(1)
        .map(line -> new BigDecimal(line.split(",", -1)[column]).movePointRight(6))
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .longValueExact();
  }
}
