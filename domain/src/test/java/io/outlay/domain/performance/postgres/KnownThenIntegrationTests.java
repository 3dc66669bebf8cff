package io.outlay.domain.performance.postgres;

import static io.outlay.domain.performance.postgres.SomeSlices.DAY;
import static io.outlay.domain.performance.postgres.SomeSlices.row;
import static io.outlay.domain.performance.postgres.StoredSlices.awaited;
import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.campaign.Campaign;
import io.outlay.domain.campaign.CampaignLabel;
import io.outlay.domain.campaign.LabelSetting;
import io.outlay.domain.campaign.postgres.PostgresCampaignLabels;
import io.outlay.domain.campaign.postgres.PostgresCampaigns;
import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.metric.Metric;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.Dimension;
import io.outlay.domain.performance.FactRow;
import io.outlay.domain.performance.GroupKey.LabelValue;
import io.outlay.domain.performance.Measurer;
import io.outlay.domain.performance.Notice;
import io.outlay.domain.performance.PerformanceFilter;
import io.outlay.domain.performance.PerformanceMetrics;
import io.outlay.domain.performance.PerformancePage;
import io.outlay.domain.performance.PerformanceQuery;
import io.outlay.domain.performance.PerformanceReport;
import io.outlay.domain.performance.PerformanceSelection;
import io.outlay.domain.test.MigratedDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What an answer as of a time says about names, labels and deliveries that changed later. */
class KnownThenIntegrationTests {

  private static final MigratedDatabase MIGRATED = MigratedDatabase.create();
  private static final PostgresPerformance PERFORMANCE =
      new PostgresPerformance(MIGRATED.database(), InstantSource.system());
  private static final PostgresCampaigns CAMPAIGNS = new PostgresCampaigns(MIGRATED.database());
  private static final PostgresCampaignLabels LABELS =
      new PostgresCampaignLabels(MIGRATED.database());

  private final StoredSlices stored = new StoredSlices(MIGRATED);

  @AfterAll
  static void close() {
    MIGRATED.close();
  }

  @Test
  void campaignsKeepTheirNamesAndLabelsOfThen() {
    stored.replace(stored.some().with(named("Before")));
    long campaign = stored.number("SELECT campaign_id FROM campaign");
    label(campaign, "Old");
    Instant then = committedAt(stored.version());
    label(campaign, "New");
    label(campaign, null);
    stored.replace(stored.some().numbered(2).with(named("After")));

    assertThat(campaign(campaign, 2L).name()).isEqualTo("Before");
    assertThat(campaign(campaign, null).name()).isEqualTo("After");
    assertThat(labels(campaign, 1L)).isEmpty();
    assertThat(labels(campaign, 2L)).containsExactly("Old");
    assertThat(labels(campaign, 3L)).containsExactly("New");
    assertThat(labels(campaign, null)).isEmpty();
    assertThat(rowLabels(then)).containsExactly(new LabelValue("title", "Old"));
    assertThat(rowLabels(null)).allMatch(label -> label == null || label.value() == null);
  }

  @Test
  void deliveriesThatCameLaterWereNotKnown() {
    stored.replace(stored.some().with(row("a", 1, 10)));
    Instant then = committedAt(1);
    stored.replace(stored.some().numbered(2).on(DAY.plusDays(3)).with(row("a", 1, 20)));
    stored.replace(stored.some().numbered(3).with(row("a", 1, 11)));

    PerformanceReport before = report(then, Dimension.CAMPAIGN);
    assertThat(before.completeUntil()).isEqualTo(DAY);
    assertThat(before.notices()).doesNotContain(Notice.MISSING_DAYS);
    assertThat(before.rows().getFirst().sources().getFirst().fetchedAt())
        .isEqualTo(Instant.parse("2026-03-15T04:00:01Z"));
    PerformanceReport now = report(null, Dimension.CAMPAIGN);
    assertThat(now.completeUntil()).isEqualTo(DAY.plusDays(3));
    assertThat(now.notices()).contains(Notice.MISSING_DAYS);
  }

  @Test
  void ofLongAgoOnlyKeptStatesAnswerAndTheReportSaysSo() throws SQLException {
    for (int version = 1; version <= 3; version++) {
      stored.replace(stored.some().numbered(version).with(row("a", 1, version)));
    }
    Instant noon =
        Instant.now()
            .minus(Duration.ofDays(100))
            .truncatedTo(ChronoUnit.DAYS)
            .plus(Duration.ofHours(12));
    commitAt(1, noon.minus(Duration.ofDays(1)));
    commitAt(2, noon);
    commitAt(3, noon.plus(Duration.ofHours(1)));

    PerformanceReport between = report(noon.plusSeconds(60), Dimension.CAMPAIGN);
    assertThat(between.dataVersion().number()).isEqualTo(1);
    assertThat(between.notices()).contains(Notice.STATE_THINNED);
    PerformanceReport after = report(noon.plus(Duration.ofHours(2)), Dimension.CAMPAIGN);
    assertThat(after.dataVersion().number()).isEqualTo(3);
    assertThat(after.notices()).doesNotContain(Notice.STATE_THINNED);
  }

  @Test
  void ratesAreThoseOfTheTableChosenThen() throws SQLException {
    stored.replace(stored.some().with(row("a", 1, 1_000_000)));
    execute(
        "INSERT INTO exchange_rate SELECT %1$s, t, c, '2026-03-14', r, '2026-03-14', 'IMPORT',"
            + " '2026-01-01' FROM (VALUES ('A', 'USD', 1), ('A', 'KRW', 1000), ('B', 'USD', 1),"
            + " ('B', 'KRW', 2000)) v (t, c, r)");
    execute("UPDATE organization SET rate_table = 'A' WHERE organization_id = %1$s");
    execute("SELECT next_data_version(%1$s, NULL, NULL, '{}')");
    Instant then = committedAt(2);
    execute("UPDATE organization SET rate_table = 'B' WHERE organization_id = %1$s");
    execute("SELECT next_data_version(%1$s, NULL, NULL, '{}')");

    assertThat(spendInWon(then)).isEqualTo("1000");
    assertThat(spendInWon(null)).isEqualTo("2000");
  }

  private String spendInWon(@Nullable Instant asOf) {
    PerformanceMetrics totals =
        Objects.requireNonNull(report(asOf, Dimension.CAMPAIGN, "KRW").totals());
    return Objects.requireNonNull(totals.number(Metric.SPEND)).stripTrailingZeros().toPlainString();
  }

  private List<@Nullable LabelValue> rowLabels(@Nullable Instant asOf) {
    return report(asOf, Dimension.LABEL).rows().stream().map(row -> row.key().label()).toList();
  }

  private PerformanceReport report(@Nullable Instant asOf, Dimension by) {
    return report(asOf, by, "USD");
  }

  private PerformanceReport report(@Nullable Instant asOf, Dimension by, String currency) {
    return awaited(
        PERFORMANCE.report(
            new PerformanceQuery(
                stored.organization(),
                Scope.EVERYTHING,
                new DateRange(DAY, DAY.plusDays(5)),
                List.of(by),
                null,
                PerformanceFilter.NONE,
                currency,
                Measurer.PLATFORM,
                null,
                asOf,
                null,
                null,
                new PerformancePage(50, 0),
                PerformanceSelection.all(Set.of(Metric.SPEND)))));
  }

  private Campaign campaign(long id, @Nullable Long version) {
    return Objects.requireNonNull(
        awaited(CAMPAIGNS.byIds(stored.organization(), Scope.EVERYTHING, Set.of(id), version))
            .get(id));
  }

  private List<String> labels(long id, @Nullable Long version) {
    return awaited(CAMPAIGNS.labelsOf(stored.organization(), Scope.EVERYTHING, Set.of(id), version))
        .getOrDefault(id, List.<CampaignLabel>of())
        .stream()
        .map(CampaignLabel::value)
        .toList();
  }

  private void label(long campaign, @Nullable String value) {
    awaited(
        LABELS.set(
            stored.organization(),
            Scope.EVERYTHING,
            List.of(new LabelSetting(campaign, "title", value)),
            Audit.none()));
  }

  private Instant committedAt(long version) {
    return awaited(
        MIGRATED
            .database()
            .inOrganization(stored.organization())
            .one(
                "SELECT committed_at FROM data_version WHERE organization_id = $1 AND version = $2",
                List.of(stored.organization().value(), version),
                row -> Objects.requireNonNull(row.get(0, Instant.class))));
  }

  private void commitAt(long version, Instant time) throws SQLException {
    execute(
        "UPDATE data_version SET committed_at = '"
            + time
            + "' WHERE organization_id = %1$s AND version = "
            + version);
  }

  private void execute(String sql) throws SQLException {
    try (var connection = MIGRATED.superuser();
        var statement = connection.createStatement()) {
      statement.execute(sql.formatted(stored.organization()));
    }
  }

  private static FactRow named(String name) {
    return row("a", name, Map.of(BaseMetric.SPEND, 10L));
  }
}
