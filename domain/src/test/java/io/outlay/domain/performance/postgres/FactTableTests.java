package io.outlay.domain.performance.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.metric.Metric;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.performance.DataVersion;
import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.Dimension;
import io.outlay.domain.performance.Granularity;
import io.outlay.domain.performance.LabelFilter;
import io.outlay.domain.performance.Measurer;
import io.outlay.domain.performance.PerformanceFilter;
import io.outlay.domain.performance.PerformancePage;
import io.outlay.domain.performance.PerformanceQuery;
import io.outlay.domain.performance.PerformanceSelection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FactTableTests {

  private static final OrganizationId ORGANIZATION = new OrganizationId(1);

  @Test
  void readsAccountsFromTheSmallestTable() {
    Plan plan = plan(List.of(Dimension.CHANNEL, Dimension.CURRENCY), PerformanceFilter.NONE, true);
    assertThat(plan.table()).isEqualTo(FactTable.ACCOUNT_ROLLUP);
    assertThat(ReportStatement.of(plan).sql())
        .contains("FROM rollup_account_day f")
        .doesNotContainPattern("FROM fact\\b")
        .doesNotContain("rollup_campaign_day");
  }

  @Test
  void readsCampaignsAndLabelsFromTheirRollup() {
    PerformanceFilter label =
        new PerformanceFilter(
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            null,
            Set.of(),
            Set.of(),
            new LabelFilter("title", Set.of("x")));
    for (Plan plan :
        List.of(
            plan(List.of(Dimension.CAMPAIGN), PerformanceFilter.NONE, true),
            plan(List.of(Dimension.LABEL), PerformanceFilter.NONE, true),
            plan(List.of(), label, true),
            plan(List.of(), PerformanceFilter.NONE.withCampaigns(Set.of(1L)), true))) {
      assertThat(plan.table()).isEqualTo(FactTable.CAMPAIGN_ROLLUP);
      assertThat(ReportStatement.of(plan).sql()).doesNotContainPattern("FROM fact\\b");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Dimension.class,
      names = {"AD_GROUP", "AD", "COUNTRY", "AGE_RANGE", "GENDER", "DEVICE"})
  void readsFinerSplitsFromFacts(Dimension dimension) {
    assertThat(plan(List.of(dimension), PerformanceFilter.NONE, true).table())
        .isEqualTo(FactTable.FACTS);
  }

  @Test
  void readsThePastFromFactsAndHistory() {
    assertThat(plan(List.of(), PerformanceFilter.NONE, false).table())
        .isEqualTo(FactTable.FACTS_AND_HISTORY);
  }

  @Test
  void bindsEverythingACallerWrites() {
    PerformanceFilter hostile =
        new PerformanceFilter(
            Set.of(),
            Set.of("'; DROP"),
            Set.of(),
            Set.of(),
            Set.of("'; DROP"),
            "'; DROP",
            Set.of(),
            Set.of("'; DROP"),
            new LabelFilter("'; DROP", Set.of("'; DROP")));
    Statement statement = ReportStatement.of(plan(List.of(Dimension.LABEL), hostile, true));
    assertThat(statement.sql()).doesNotContain("DROP");
    assertThat(statement.parameters()).contains("'; DROP");
  }

  @Test
  void composesOneTextForOneShapeWhateverTheValues() {
    PerformanceFilter one = PerformanceFilter.NONE.withCampaigns(Set.of(1L));
    PerformanceFilter many = PerformanceFilter.NONE.withCampaigns(Set.of(1L, 2L, 3L));
    assertThat(ReportStatement.of(plan(List.of(Dimension.CAMPAIGN), one, true)).sql())
        .isEqualTo(ReportStatement.of(plan(List.of(Dimension.CAMPAIGN), many, true)).sql());
  }

  private static Plan plan(List<Dimension> groupBy, PerformanceFilter filter, boolean current) {
    PerformanceQuery query =
        new PerformanceQuery(
            ORGANIZATION,
            Scope.EVERYTHING,
            new DateRange(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31)),
            groupBy,
            Granularity.WEEK,
            filter,
            null,
            Measurer.PLATFORM,
            null,
            null,
            null,
            null,
            new PerformancePage(50, 0),
            PerformanceSelection.all(EnumSet.allOf(Metric.class)));
    Basis basis =
        new Basis(
            ORGANIZATION,
            new DataVersion(1, Instant.EPOCH),
            current,
            "USD",
            ZoneOffset.UTC,
            "ECB",
            Map.of(),
            Map.of(),
            List.of(),
            false,
            Map.of(),
            Map.of());
    return Plan.of(query, basis, null);
  }
}
