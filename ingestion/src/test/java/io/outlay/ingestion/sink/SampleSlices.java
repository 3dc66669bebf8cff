package io.outlay.ingestion.sink;

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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Slices of a day and some campaigns. */
public final class SampleSlices {

  private static final LocalDate FIRST = LocalDate.of(2026, 2, 1);

  private SampleSlices() {}

  /** A slice of an account's n-th day with rows that each spent so many micros. */
  public static Slice of(
      OrganizationId organization, String account, int day, long sequence, int rows, long spend) {
    return of(organization, account, "api", day, sequence, null, rows, spend);
  }

  public static Slice of(
      OrganizationId organization,
      String account,
      String source,
      int day,
      long sequence,
      @Nullable Long jobId,
      int rows,
      long spend) {
    return slice(
        organization,
        account,
        source,
        day,
        sequence,
        jobId,
        IntStream.range(0, rows).mapToObj(i -> row("c" + i, "Campaign " + i, spend)).toList());
  }

  /** A slice with text that PostgreSQL cannot hold. */
  static Slice poisonous(OrganizationId organization, String account, int day, long job) {
    return slice(
        organization, account, "api", day, 1, job, List.of(row("c0", "bad \u0000 name", 1)));
  }

  private static Slice slice(
      OrganizationId organization,
      String account,
      String source,
      int day,
      long sequence,
      @Nullable Long jobId,
      List<FactRow> rows) {
    return new Slice(
        new SliceKey(
            new AdAccountKey(organization, "META", account),
            Measurer.PLATFORM,
            View.DELIVERY,
            source,
            Period.of(FIRST.plusDays(day))),
        new AdAccountDetails("Meta", account, "USD", "UTC", ConversionKind.PURCHASE),
        Level.CAMPAIGN,
        sequence,
        Instant.parse("2026-11-01T00:00:00Z"),
        new Replacement.WholeSlice(),
        false,
        null,
        jobId,
        1,
        false,
        null,
        rows);
  }

  private static FactRow row(String campaign, String name, long spend) {
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
        MetricValues.of(Map.of(BaseMetric.SPEND, spend, BaseMetric.CLICKS, 2L)));
  }
}
