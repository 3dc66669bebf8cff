package io.outlay.domain.performance.postgres;

import io.outlay.domain.assumption.Assumption;
import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.performance.Dimension;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A seeded company: accounts of several channels and currencies, campaigns with ads and segments,
 * metrics that some rows do not report, weekly slices, days without a rate, assumptions that
 * change.
 */
record Sample(
    List<Account> accounts,
    List<Segment> segments,
    List<Row> rows,
    Map<RateKey, BigDecimal> rates,
    List<Assumption> assumptions) {

  static final LocalDate FIRST_DAY = LocalDate.of(2025, 12, 20);
  static final int DAYS = 60;
  static final List<String> CURRENCIES = List.of("USD", "KRW", "JPY");
  static final List<String> CHANNELS = List.of("META", "GOOGLE_ADS", "NAVER");

  record Account(long id, long channelId, String currency, String timeZone, String goal) {}

  record Segment(long id, @Nullable String country, @Nullable String gender) {}

  record RateKey(LocalDate day, String currency) {}

  record Slice(long id, long accountId, LocalDate firstDay, LocalDate lastDay) {}

  /** One fact. */
  record Row(
      Slice slice,
      Account account,
      long campaignId,
      long adGroupId,
      long adId,
      Segment segment,
      String currency,
      Map<BaseMetric, Long> metrics) {

    LocalDate day() {
      return slice.lastDay();
    }

    @Nullable Object value(Dimension dimension) {
      return switch (dimension) {
        case CHANNEL -> account.channelId();
        case AD_ACCOUNT -> account.id();
        case CAMPAIGN -> campaignId == 0 ? null : campaignId;
        case AD_GROUP -> adGroupId == 0 ? null : adGroupId;
        case AD -> adId == 0 ? null : adId;
        case CURRENCY -> currency;
        case COUNTRY -> segment.country();
        case GENDER -> segment.gender();
        case AGE_RANGE, DEVICE -> null;
        case LABEL -> throw new IllegalArgumentException("labels are not in the sample's rows");
      };
    }
  }

  static Sample of(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Account> accounts =
        List.of(
            new Account(1, 1, "USD", "UTC", "PURCHASE"),
            new Account(2, 1, "KRW", "Asia/Seoul", "PURCHASE"),
            new Account(3, 2, "JPY", "Asia/Tokyo", "PURCHASE"),
            new Account(4, 2, "USD", "UTC", "INSTALL"),
            new Account(5, 3, "KRW", "Asia/Seoul", "PURCHASE"));
    List<Segment> segments =
        List.of(
            new Segment(0, null, null),
            new Segment(1, "KR", "female"),
            new Segment(2, "KR", "male"),
            new Segment(3, "JP", null));
    return new Sample(
        accounts, segments, rows(random, accounts, segments), rates(random), assumed());
  }

  private static List<Row> rows(
      SplittableRandom random, List<Account> accounts, List<Segment> segments) {
    List<Row> rows = new ArrayList<>();
    long slice = 0;
    for (Account account : accounts) {
      boolean weekly = account.id() == 5;
      for (int day = 0; day < DAYS; day += weekly ? 7 : 1) {
        LocalDate first = FIRST_DAY.plusDays(day);
        Slice booked = new Slice(++slice, account.id(), first, weekly ? first.plusDays(6) : first);
        for (int i = 0; i < 8; i++) {
          rows.add(row(random, account, segments, booked, i));
        }
      }
    }
    return rows;
  }

  private static Row row(
      SplittableRandom random, Account account, List<Segment> segments, Slice slice, int i) {
    boolean remainder = i == 7;
    long campaign = remainder ? 0 : account.id() * 10 + i % 3;
    return new Row(
        slice,
        account,
        campaign,
        remainder ? 0 : campaign * 10 + i % 2,
        remainder ? 0 : campaign * 100 + i,
        segments.get(remainder ? 0 : random.nextInt(segments.size())),
        i == 6 && account.id() == 3 ? "USD" : account.currency(),
        metrics(random, account));
  }

  private static Map<BaseMetric, Long> metrics(SplittableRandom random, Account account) {
    Map<BaseMetric, Long> metrics = new EnumMap<>(BaseMetric.class);
    for (BaseMetric metric : BaseMetric.values()) {
      boolean never = metric == BaseMetric.LEADS || (account.id() == 4 && isValue(metric));
      if (!never && random.nextInt(5) > 0) {
        metrics.put(metric, random.nextInt(9) == 0 ? 0 : random.nextLong(1, 5_000_000_000L));
      }
    }
    return metrics;
  }

  private static boolean isValue(BaseMetric metric) {
    return metric == BaseMetric.CONVERSION_VALUE;
  }

  private static Map<RateKey, BigDecimal> rates(SplittableRandom random) {
    Map<RateKey, BigDecimal> rates = new HashMap<>();
    for (int day = -400; day < DAYS + 7; day++) {
      LocalDate at = FIRST_DAY.plusDays(day);
      rates.put(new RateKey(at, "EUR"), BigDecimal.ONE);
      rates.put(new RateKey(at, "USD"), BigDecimal.valueOf(random.nextLong(9_000, 13_000), 4));
      rates.put(new RateKey(at, "KRW"), BigDecimal.valueOf(random.nextLong(140_000, 180_000), 2));
      if (!at.equals(FIRST_DAY.plusDays(50))) {
        rates.put(new RateKey(at, "JPY"), BigDecimal.valueOf(random.nextLong(12_000, 19_000), 2));
      }
    }
    return rates;
  }

  private static List<Assumption> assumed() {
    return List.of(
        assumption(1, null, null, FIRST_DAY, null, "0.1", "0.15", "0", "0.7"),
        assumption(
            2, 2L, null, FIRST_DAY.plusDays(10), FIRST_DAY.plusDays(30), "0", "0.07", "0.02", "1"),
        assumption(3, null, 3L, FIRST_DAY.plusDays(20), null, "0.1", "0", "0", "0.55"));
  }

  private static Assumption assumption(
      long id,
      @Nullable Long channel,
      @Nullable Long account,
      LocalDate first,
      @Nullable LocalDate last,
      String vat,
      String fee,
      String credits,
      String kept) {
    return new Assumption(
        id,
        channel,
        account,
        first,
        last,
        new BigDecimal(vat),
        new BigDecimal(fee),
        new BigDecimal(credits),
        new BigDecimal(kept));
  }
}
