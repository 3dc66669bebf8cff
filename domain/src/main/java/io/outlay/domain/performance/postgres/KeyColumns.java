package io.outlay.domain.performance.postgres;

import io.outlay.domain.performance.Dimension;
import io.outlay.domain.performance.Granularity;
import io.outlay.domain.performance.GroupKey;
import io.outlay.domain.performance.GroupKey.LabelValue;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What rows are grouped by, each as one column: {@code period}, then the dimensions by their names
 * in small letters. A label takes two, its key and its value.
 */
record KeyColumns(@Nullable Granularity granularity, List<Dimension> dimensions) {

  private static final String LABEL_KEY = "label_key";

  KeyColumns {
    dimensions = List.copyOf(dimensions);
  }

  boolean splitByLabel() {
    return dimensions.contains(Dimension.LABEL);
  }

  boolean needSegment() {
    return dimensions.stream().anyMatch(KeyColumns::isSegment);
  }

  boolean needAccount() {
    return dimensions.contains(Dimension.CHANNEL);
  }

  /** Columns over facts {@code f}; for labels the campaign, to which labels are joined later. */
  List<String> ofFacts() {
    List<String> columns = new ArrayList<>();
    if (granularity != null) {
      columns.add(periodStart(granularity) + " AS period");
    }
    for (Dimension dimension : dimensions) {
      columns.add(ofFacts(dimension));
    }
    return columns;
  }

  /** Names of the columns once labels are there, in the order rows of equal rank have. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    if (granularity != null) {
      names.add("period");
    }
    for (Dimension dimension : dimensions) {
      if (dimension == Dimension.LABEL) {
        names.add(LABEL_KEY);
      }
      names.add(name(dimension));
    }
    return names;
  }

  /** The names, each with a null of its type, for rows that have no group. */
  List<String> nulls() {
    return names().stream().map(name -> "NULL::" + type(name)).toList();
  }

  static String name(Dimension dimension) {
    return switch (dimension) {
      case CHANNEL -> "channel_id";
      case AD_ACCOUNT -> "ad_account_id";
      case CAMPAIGN -> "campaign_id";
      case AD_GROUP -> "ad_group_id";
      case AD -> "ad_id";
      case CURRENCY -> "currency_code";
      case COUNTRY -> "country";
      case AGE_RANGE -> "age_range";
      case GENDER -> "gender";
      case DEVICE -> "device";
      case LABEL -> "label";
    };
  }

  /** PostgreSQL type of a column. */
  static String type(String name) {
    return name.equals("period") ? "date" : name.endsWith("_id") ? "bigint" : "text";
  }

  /** First day of the whole period of {@code f.day}. */
  static String periodStart(Granularity granularity) {
    return switch (granularity) {
      case DAY -> "f.day";
      case WEEK -> "(f.day - (extract(isodow FROM f.day)::int - 1))";
      case MONTH, QUARTER, YEAR ->
          "date_trunc('"
              + granularity.name().toLowerCase(Locale.ROOT)
              + "', f.day::timestamp)::date";
    };
  }

  /** The group of a row. */
  GroupKey read(Readable row, @Nullable String namedLabel) {
    return new GroupKey(
        granularity == null ? null : row.get("period", LocalDate.class),
        id(row, Dimension.CHANNEL),
        id(row, Dimension.AD_ACCOUNT),
        id(row, Dimension.CAMPAIGN),
        id(row, Dimension.AD_GROUP),
        id(row, Dimension.AD),
        text(row, Dimension.CURRENCY),
        text(row, Dimension.COUNTRY),
        text(row, Dimension.AGE_RANGE),
        text(row, Dimension.GENDER),
        text(row, Dimension.DEVICE),
        label(row, namedLabel));
  }

  /** A group's value in one of the columns, as it is bound to a statement. */
  static Function<GroupKey, @Nullable Object> valueOf(String name) {
    return key ->
        switch (name) {
          case "period" -> key.periodStart();
          case "channel_id" -> key.channelId();
          case "ad_account_id" -> key.adAccountId();
          case "campaign_id" -> key.campaignId();
          case "ad_group_id" -> key.adGroupId();
          case "ad_id" -> key.adId();
          case "currency_code" -> key.currencyCode();
          case "country" -> key.country();
          case "age_range" -> key.ageRange();
          case "gender" -> key.gender();
          case "device" -> key.device();
          case LABEL_KEY -> key.label() == null ? null : key.label().key();
          case "label" -> key.label() == null ? null : key.label().value();
          default -> throw new IllegalArgumentException("no such column: " + name);
        };
  }

  private static String ofFacts(Dimension dimension) {
    String name = name(dimension);
    return switch (dimension) {
      case CHANNEL -> "a.channel_id";
      case AD_ACCOUNT, CURRENCY -> "f." + name;
      case CAMPAIGN, AD_GROUP, AD -> "nullif(f." + name + ", 0) AS " + name;
      case COUNTRY, AGE_RANGE, GENDER, DEVICE -> "g." + name;
      case LABEL -> "f.campaign_id AS labelled";
    };
  }

  private static boolean isSegment(Dimension dimension) {
    return switch (dimension) {
      case COUNTRY, AGE_RANGE, GENDER, DEVICE -> true;
      default -> false;
    };
  }

  private @Nullable Long id(Readable row, Dimension dimension) {
    return dimensions.contains(dimension) ? row.get(name(dimension), Long.class) : null;
  }

  private @Nullable String text(Readable row, Dimension dimension) {
    return dimensions.contains(dimension) ? row.get(name(dimension), String.class) : null;
  }

  private @Nullable LabelValue label(Readable row, @Nullable String namedLabel) {
    if (!splitByLabel()) {
      return null;
    }
    String key = row.get(LABEL_KEY, String.class);
    String known = key == null ? namedLabel : key;
    return known == null ? null : new LabelValue(known, row.get("label", String.class));
  }
}
