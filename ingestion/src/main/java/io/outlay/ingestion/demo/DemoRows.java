package io.outlay.ingestion.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * The rows of one company, channel and day. Spend follows weekday, season and a slow growth with
 * some noise; clicks, installs, purchases and their value follow from it, each with noise of its
 * own. All arithmetic is in whole numbers.
 */
final class DemoRows {

  static final String HEADER =
      "date,accountId,accountName,currency,campaignId,campaignName,campaignStatus,adGroupId,adGroupName,country,device,labelTitle,labelCountry,labelPurpose,impressions,clicks,spend,conversions,conversionValue,installs,purchases\n";

  /** Day from which growth is counted, so that every export tells the same about a day. */
  private static final LocalDate BEGINNING = LocalDate.of(2024, 1, 1);

  private static final int WON_FOR_A_DOLLAR = 1350;
  private static final int PURCHASE_PERMILLE = 110;
  private static final int USUAL_PURCHASE_CENTS = 4200;

  /** Thousandths by month: holidays and the end of the year. */
  private static final int[] SEASON = {
    1080, 1010, 930, 940, 980, 960, 1120, 1090, 950, 1000, 1130, 1310
  };

  private final DemoCompany company;
  private final DemoChannel channel;
  private final LocalDate day;
  private final StringBuilder text = new StringBuilder();

  DemoRows(DemoCompany company, DemoChannel channel, LocalDate day) {
    this.company = company;
    this.channel = channel;
    this.day = day;
  }

  String text() {
    for (int title = 0; title < company.titles().size(); title++) {
      DemoTitle game = company.titles().get(title);
      if (isLaunched(game)) {
        for (String country : game.countries()) {
          addCampaign(title, game, country);
        }
      }
    }
    return text.toString();
  }

  private boolean isLaunched(DemoTitle game) {
    return !day.isBefore(game.advertisedFrom());
  }

  private void addCampaign(int title, DemoTitle game, String country) {
    if (!channel.serves(country)) {
      return;
    }
    for (int group = 0; group < channel.adGroups().size(); group++) {
      for (String device : channel.devices().isEmpty() ? List.of("") : channel.devices()) {
        addRow(title, game, country, group, device);
      }
    }
  }

  private void addRow(int title, DemoTitle game, String country, int group, String device) {
    SplittableRandom random = random(title, country, group, device);
    long cents = spendCents(random, country, group, device);
    long clicks = Math.max(1, cents * noise(random, 120) / 1000 / channel.clickCents());
    long impressions = clicks * channel.impressionsPerClick() * noise(random, 150) / 1000;
    long installs = clicks * channel.installPermille() / 1000 * noise(random, 200) / 1000;
    long purchases =
        installs * PURCHASE_PERMILLE / 1000
            + (random.nextInt(1000) < installs * PURCHASE_PERMILLE % 1000 ? 1 : 0);
    long valueCents =
        purchases
            * USUAL_PURCHASE_CENTS
            * game.valuePermille()
            / 1000
            * channel.valuePermille()
            / 1000
            * noise(random, 250)
            / 1000;
    String campaign = country + "_" + game.name().replace(" ", "") + "_UA";
    String campaignId =
        channel.key().charAt(0)
            + "-"
            + company.key()
            + "-"
            + title
            + "-"
            + country.toLowerCase(Locale.ROOT);
    append(day);
    append(company.key() + "-" + channel.key().toLowerCase(Locale.ROOT).replace('_', '-'));
    append(company.name() + " " + channel.name());
    append("KRW");
    append(campaignId);
    append(campaign);
    append("ACTIVE");
    append(campaignId + "-" + group);
    append(channel.adGroups().get(group));
    append(country);
    append(device);
    append(game.name());
    append(country);
    append("acquisition");
    append(impressions);
    append(clicks);
    append(won(cents));
    append(purchases);
    append(won(valueCents));
    append(installs);
    text.append(purchases).append('\n');
  }

  private long spendCents(SplittableRandom random, String country, int group, String device) {
    long months = ChronoUnit.MONTHS.between(BEGINNING, day);
    long cents = channel.dailySpendCents() * company.spendPermille() / 1000;
    cents = cents * SEASON[day.getMonthValue() - 1] / 1000;
    cents = cents * (isWeekend() ? 1180 : 960) / 1000;
    cents = cents * (1000 + 6 * months) / 1000;
    cents = cents * countryPermille(country) / 1000;
    cents = cents * (group == 0 ? 1000 : 640) / 1000;
    cents = device.equals("TABLET") || device.equals("DESKTOP") ? cents * 300 / 1000 : cents;
    return cents * noise(random, 140) / 1000;
  }

  private boolean isWeekend() {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  private static int countryPermille(String country) {
    return switch (country) {
      case "KR" -> 1000;
      case "US" -> 1400;
      case "JP" -> 1150;
      default -> 700;
    };
  }

  /** Thousandths around 1,000, at most {@code spread} off. */
  private static long noise(SplittableRandom random, int spread) {
    return 1000L - spread + random.nextInt(2 * spread + 1);
  }

  private static String won(long cents) {
    return Long.toString(cents * WON_FOR_A_DOLLAR / 100);
  }

  private SplittableRandom random(int title, String country, int group, String device) {
    long seed = company.seed();
    seed = seed * 1_000_003 + day.toEpochDay();
    seed = seed * 1_000_003 + channel.key().hashCode();
    seed = seed * 1_000_003 + title * 31L + group;
    seed = seed * 1_000_003 + country.hashCode();
    seed = seed * 1_000_003 + device.hashCode();
    return new SplittableRandom(seed);
  }

  private void append(Object value) {
    text.append(value).append(',');
  }
}
