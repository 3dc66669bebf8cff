package io.outlay.bench;

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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A company's ad-level figures over three channels, the same at each run: one slice for each
 * account and day, ten ads in an ad group, five ad groups in a campaign.
 *
 * @param firstDay the oldest day
 * @param ads rows of a slice
 */
record AdSlices(OrganizationId organization, LocalDate firstDay, int days, int accounts, int ads) {

  private static final List<String> CHANNELS = List.of("META", "GOOGLE_ADS", "APPLE_SEARCH_ADS");
  private static final List<String> CHANNEL_NAMES =
      List.of("Meta", "Google Ads", "Apple Search Ads");
  private static final int ADS_IN_A_GROUP = 10;
  private static final int ADS_IN_A_CAMPAIGN = 50;

  long rows() {
    return (long) count() * ads;
  }

  int count() {
    return days * accounts;
  }

  /** All slices, day by day, as fetches bring them. */
  Stream<Slice> all(long sequence) {
    return IntStream.range(0, days)
        .boxed()
        .flatMap(day -> IntStream.range(0, accounts).mapToObj(of -> slice(of, day, sequence)));
  }

  private Slice slice(int account, int day, long sequence) {
    String channel = CHANNELS.get(account % CHANNELS.size());
    String name = CHANNEL_NAMES.get(account % CHANNELS.size());
    LocalDate date = firstDay.plusDays(day);
    return new Slice(
        new SliceKey(
            new AdAccountKey(organization, channel, "bench-" + account),
            Measurer.PLATFORM,
            View.DELIVERY,
            "bench",
            Period.of(date)),
        new AdAccountDetails(name, "Bench " + account, "USD", "UTC", ConversionKind.PURCHASE),
        Level.AD,
        sequence,
        Instant.parse("2026-11-22T00:00:00Z"),
        new Replacement.WholeSlice(),
        false,
        null,
        null,
        1,
        false,
        null,
        IntStream.range(0, ads).mapToObj(ad -> row(account, day, ad)).toList());
  }

  private static FactRow row(int account, int day, int ad) {
    int campaign = ad / ADS_IN_A_CAMPAIGN;
    int group = ad / ADS_IN_A_GROUP;
    return new FactRow(
        "c%d-%d".formatted(account, campaign),
        "Campaign %d of account %d".formatted(campaign, account),
        "ACTIVE",
        "g%d-%d".formatted(account, group),
        "Ad group " + group,
        "a%d-%d".formatted(account, ad),
        "Creative video portrait " + ad,
        null,
        null,
        null,
        null,
        "USD",
        metrics(account, day, ad));
  }

  private static MetricValues metrics(int account, int day, int ad) {
    long noise = Math.floorMod((account * 31L + day) * 1_000_003L + ad * 7_919L, 10_007L);
    Map<BaseMetric, Long> values = new EnumMap<>(BaseMetric.class);
    values.put(BaseMetric.IMPRESSIONS, 1_000 + noise * 7);
    values.put(BaseMetric.CLICKS, noise / 11);
    values.put(BaseMetric.SPEND, noise * 12_345);
    values.put(BaseMetric.CONVERSIONS, noise / 97 * 1_000_000);
    values.put(BaseMetric.CONVERSIONS_ALL, noise / 71 * 1_000_000);
    values.put(BaseMetric.CONVERSION_VALUE, noise / 97 * 19_990_000);
    return MetricValues.of(values);
  }
}
