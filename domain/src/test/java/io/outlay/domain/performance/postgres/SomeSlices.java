package io.outlay.domain.performance.postgres;

import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.AdAccountDetails;
import io.outlay.domain.performance.AdAccountKey;
import io.outlay.domain.performance.ConversionKind;
import io.outlay.domain.performance.FactRow;
import io.outlay.domain.performance.Level;
import io.outlay.domain.performance.Measurer;
import io.outlay.domain.performance.MetricValues;
import io.outlay.domain.performance.Period;
import io.outlay.domain.performance.Replacement;
import io.outlay.domain.performance.Slice;
import io.outlay.domain.performance.SliceKey;
import io.outlay.domain.performance.View;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Slices of an account {@code acc} for tests, varied step by step. */
record SomeSlices(
    OrganizationId organization,
    String source,
    Period period,
    long sequence,
    Replacement replacement,
    boolean takesOver,
    Level level,
    @Nullable Long jobId) {

  static final LocalDate DAY = LocalDate.of(2026, 3, 14);

  static SomeSlices of(OrganizationId organization) {
    return new SomeSlices(
        organization,
        "api",
        Period.of(DAY),
        1,
        new Replacement.WholeSlice(),
        false,
        Level.CAMPAIGN,
        null);
  }

  SomeSlices from(String other) {
    return new SomeSlices(
        organization, other, period, sequence, replacement, takesOver, level, jobId);
  }

  SomeSlices over(LocalDate first, LocalDate last) {
    return new SomeSlices(
        organization,
        source,
        new Period(first, last),
        sequence,
        replacement,
        takesOver,
        level,
        jobId);
  }

  SomeSlices on(LocalDate day) {
    return over(day, day);
  }

  SomeSlices numbered(long number) {
    return new SomeSlices(
        organization, source, period, number, replacement, takesOver, level, jobId);
  }

  SomeSlices onlyCampaigns(String... ids) {
    return new SomeSlices(
        organization,
        source,
        period,
        sequence,
        new Replacement.Campaigns(Set.of(ids)),
        takesOver,
        level,
        jobId);
  }

  SomeSlices takingOver() {
    return new SomeSlices(organization, source, period, sequence, replacement, true, level, jobId);
  }

  SomeSlices atLevel(Level other) {
    return new SomeSlices(
        organization, source, period, sequence, replacement, takesOver, other, jobId);
  }

  SomeSlices forJob(long job) {
    return new SomeSlices(
        organization, source, period, sequence, replacement, takesOver, level, job);
  }

  Slice with(FactRow... rows) {
    return with(List.of(rows));
  }

  Slice with(List<FactRow> rows) {
    return new Slice(
        new SliceKey(
            new AdAccountKey(organization, "META", "acc"),
            Measurer.PLATFORM,
            View.DELIVERY,
            source,
            period),
        new AdAccountDetails("Meta", "Account", "USD", "UTC", ConversionKind.PURCHASE),
        level,
        sequence,
        Instant.parse("2026-03-15T04:00:00Z").plusSeconds(sequence),
        replacement,
        takesOver,
        null,
        jobId,
        1,
        false,
        null,
        rows);
  }

  /** A row of a campaign with clicks and spend; other metrics are not reported. */
  static FactRow row(String campaign, long clicks, long spendMicros) {
    return row(
        campaign,
        campaign + " name",
        Map.of(BaseMetric.CLICKS, clicks, BaseMetric.SPEND, spendMicros));
  }

  static FactRow row(String campaign, String name, Map<BaseMetric, Long> metrics) {
    return new FactRow(
        campaign,
        name,
        "ACTIVE",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        "USD",
        MetricValues.of(metrics));
  }
}
