package io.outlay.api.whole;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Lines of a made-up export, and the test's own sums over them. */
record SpendTable(List<Line> lines) {

  private static final List<String> COUNTRIES = List.of("KR", "US");
  private static final List<String> DEVICES = List.of("MOBILE", "TABLET");
  private static final List<String> AGES = List.of("18-24", "25-34", "35-44");
  private static final List<String> GENDERS = List.of("FEMALE", "MALE");

  record Line(
      LocalDate day,
      String account,
      String campaign,
      String status,
      String adGroup,
      String ad,
      String country,
      String age,
      String gender,
      String device,
      String title,
      long impressions,
      long clicks,
      BigDecimal spend,
      long conversions,
      BigDecimal value) {}

  /** Sums of lines. */
  record Sums(long impressions, long clicks, BigDecimal spend, long conversions, BigDecimal value) {

    private static final Sums ZERO = new Sums(0, 0, BigDecimal.ZERO, 0, BigDecimal.ZERO);

    private Sums plus(Line line) {
      return new Sums(
          impressions + line.impressions(),
          clicks + line.clicks(),
          spend.add(line.spend()),
          conversions + line.conversions(),
          value.add(line.value()));
    }
  }

  /** Every third day of an account; {@code factor} changes all amounts. */
  static SpendTable of(String account, LocalDate first, int days, int factor) {
    List<Line> lines = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      for (int i = 0; i < 12; i++) {
        lines.add(line(account, first.plusDays(day), day, i, factor));
      }
    }
    return new SpendTable(lines);
  }

  private static Line line(String account, LocalDate date, int day, int i, int factor) {
    int campaign = i / 4;
    long clicks = 3L + (day * 7 + i * 5) % 11;
    return new Line(
        date,
        account,
        account + "-c" + campaign,
        campaign == 2 ? "PAUSED" : "ACTIVE",
        account + "-g" + campaign + i % 2,
        account + "-a" + i,
        COUNTRIES.get(i % 2),
        AGES.get(i % 3),
        GENDERS.get(i / 2 % 2),
        DEVICES.get(i / 4 % 2),
        campaign == 0 ? "Tale" : "Quest",
        100L * factor + day * 13L + i,
        clicks,
        BigDecimal.valueOf((long) factor * (1_000 + day * 37 + i * 11), 2),
        clicks % 3,
        BigDecimal.valueOf(clicks % 3 * 250L * factor, 2));
  }

  String csv() {
    return "date,accountId,currency,campaignId,campaignName,campaignStatus,adGroupId,adId,country,"
        + "ageRange,gender,device,labelTitle,impressions,clicks,spend,conversions,conversionValue\n"
        + lines.stream().map(SpendTable::csv).collect(Collectors.joining());
  }

  private static String csv(Line line) {
    return String.join(
            ",",
            line.day().toString(),
            line.account(),
            "USD",
            line.campaign(),
            "Name " + line.campaign(),
            line.status(),
            line.adGroup(),
            line.ad(),
            line.country(),
            line.age(),
            line.gender(),
            line.device(),
            line.title(),
            Long.toString(line.impressions()),
            Long.toString(line.clicks()),
            line.spend().toPlainString(),
            Long.toString(line.conversions()),
            line.value().toPlainString())
        + "\n";
  }

  SpendTable and(SpendTable other) {
    List<Line> all = new ArrayList<>(lines);
    all.addAll(other.lines);
    return new SpendTable(all);
  }

  SpendTable where(Predicate<Line> wanted) {
    return new SpendTable(lines.stream().filter(wanted).toList());
  }

  SpendTable between(String from, String to) {
    LocalDate first = LocalDate.parse(from);
    LocalDate last = LocalDate.parse(to);
    return where(line -> !line.day().isBefore(first) && !line.day().isAfter(last));
  }

  Sums sums() {
    return lines.stream().reduce(Sums.ZERO, Sums::plus, (one, two) -> one);
  }

  Map<String, Sums> by(Function<Line, String> key) {
    Map<String, Sums> sums = new TreeMap<>();
    lines.forEach(
        line -> sums.merge(key.apply(line), Sums.ZERO.plus(line), (old, one) -> old.plus(line)));
    return sums;
  }
}
