package io.outlay.domain.metric;

import io.outlay.domain.metric.Formula.Profit;
import io.outlay.domain.metric.Formula.Ratio;
import io.outlay.domain.metric.Formula.Sum;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every metric Outlay can compute, each with its unit and formula; the words about it are in {@link
 * MetricDictionary}. Metrics named {@code …With…} are the parts of ratios: the sum of one side over
 * rows that report the other, with which a client can rebuild a ratio over any set of rows.
 */
public enum Metric {
  IMPRESSIONS("impressions", Unit.COUNT, sum(BaseMetric.IMPRESSIONS)),
  CLICKS("clicks", Unit.COUNT, sum(BaseMetric.CLICKS)),
  SPEND("spend", Unit.MONEY, sum(BaseMetric.SPEND)),
  CONVERSIONS("conversions", Unit.DECIMAL, sum(BaseMetric.CONVERSIONS)),
  CONVERSIONS_ALL("conversionsAll", Unit.DECIMAL, sum(BaseMetric.CONVERSIONS_ALL)),
  CONVERSION_VALUE("conversionValue", Unit.MONEY, sum(BaseMetric.CONVERSION_VALUE)),
  INSTALLS("installs", Unit.COUNT, sum(BaseMetric.INSTALLS)),
  PRE_REGISTRATIONS("preRegistrations", Unit.COUNT, sum(BaseMetric.PRE_REGISTRATIONS)),
  SIGN_UPS("signUps", Unit.COUNT, sum(BaseMetric.SIGN_UPS)),
  LEADS("leads", Unit.COUNT, sum(BaseMetric.LEADS)),
  PURCHASES("purchases", Unit.COUNT, sum(BaseMetric.PURCHASES)),
  VIDEO_VIEWS("videoViews", Unit.COUNT, sum(BaseMetric.VIDEO_VIEWS)),
  VIEW_THROUGH_CONVERSIONS(
      "viewThroughConversions", Unit.DECIMAL, sum(BaseMetric.VIEW_THROUGH_CONVERSIONS)),
  COST("cost", Unit.MONEY, new Sum(new Part(BaseMetric.SPEND, Weight.COST_FACTOR, null))),
  CTR("ctr", Unit.FRACTION, ratio(1, BaseMetric.CLICKS, BaseMetric.IMPRESSIONS)),
  CPC("cpc", Unit.MONEY, ratio(1, BaseMetric.SPEND, BaseMetric.CLICKS)),
  CPM("cpm", Unit.MONEY, ratio(1000, BaseMetric.SPEND, BaseMetric.IMPRESSIONS)),
  CVR("cvr", Unit.FRACTION, ratio(1, BaseMetric.CONVERSIONS, BaseMetric.CLICKS)),
  CPA("cpa", Unit.MONEY, ratio(1, BaseMetric.SPEND, BaseMetric.CONVERSIONS)),
  CPI("cpi", Unit.MONEY, ratio(1, BaseMetric.SPEND, BaseMetric.INSTALLS)),
  ROAS("roas", Unit.FRACTION, ratio(1, BaseMetric.CONVERSION_VALUE, BaseMetric.SPEND)),
  ROI("roi", Unit.FRACTION, new Profit(keptValue(), costWithValue())),
  AOV("aov", Unit.MONEY, ratio(1, BaseMetric.CONVERSION_VALUE, BaseMetric.CONVERSIONS)),
  CLICKS_WITH_IMPRESSIONS(
      "clicksWithImpressions", Unit.COUNT, sum(BaseMetric.CLICKS, BaseMetric.IMPRESSIONS)),
  IMPRESSIONS_WITH_CLICKS(
      "impressionsWithClicks", Unit.COUNT, sum(BaseMetric.IMPRESSIONS, BaseMetric.CLICKS)),
  SPEND_WITH_CLICKS("spendWithClicks", Unit.MONEY, sum(BaseMetric.SPEND, BaseMetric.CLICKS)),
  CLICKS_WITH_SPEND("clicksWithSpend", Unit.COUNT, sum(BaseMetric.CLICKS, BaseMetric.SPEND)),
  SPEND_WITH_IMPRESSIONS(
      "spendWithImpressions", Unit.MONEY, sum(BaseMetric.SPEND, BaseMetric.IMPRESSIONS)),
  IMPRESSIONS_WITH_SPEND(
      "impressionsWithSpend", Unit.COUNT, sum(BaseMetric.IMPRESSIONS, BaseMetric.SPEND)),
  CONVERSIONS_WITH_CLICKS(
      "conversionsWithClicks", Unit.DECIMAL, sum(BaseMetric.CONVERSIONS, BaseMetric.CLICKS)),
  CLICKS_WITH_CONVERSIONS(
      "clicksWithConversions", Unit.COUNT, sum(BaseMetric.CLICKS, BaseMetric.CONVERSIONS)),
  SPEND_WITH_CONVERSIONS(
      "spendWithConversions", Unit.MONEY, sum(BaseMetric.SPEND, BaseMetric.CONVERSIONS)),
  CONVERSIONS_WITH_SPEND(
      "conversionsWithSpend", Unit.DECIMAL, sum(BaseMetric.CONVERSIONS, BaseMetric.SPEND)),
  SPEND_WITH_INSTALLS("spendWithInstalls", Unit.MONEY, sum(BaseMetric.SPEND, BaseMetric.INSTALLS)),
  INSTALLS_WITH_SPEND("installsWithSpend", Unit.COUNT, sum(BaseMetric.INSTALLS, BaseMetric.SPEND)),
  VALUE_WITH_SPEND(
      "valueWithSpend", Unit.MONEY, sum(BaseMetric.CONVERSION_VALUE, BaseMetric.SPEND)),
  SPEND_WITH_VALUE(
      "spendWithValue", Unit.MONEY, sum(BaseMetric.SPEND, BaseMetric.CONVERSION_VALUE)),
  KEPT_VALUE_WITH_COST("keptValueWithCost", Unit.MONEY, new Sum(keptValue())),
  COST_WITH_VALUE("costWithValue", Unit.MONEY, new Sum(costWithValue())),
  VALUE_WITH_CONVERSIONS(
      "valueWithConversions", Unit.MONEY, sum(BaseMetric.CONVERSION_VALUE, BaseMetric.CONVERSIONS)),
  CONVERSIONS_WITH_VALUE(
      "conversionsWithValue",
      Unit.DECIMAL,
      sum(BaseMetric.CONVERSIONS, BaseMetric.CONVERSION_VALUE));

  /** Decimals of an amount that comes from a division; the last one is rounded half to even. */
  public static final int DECIMALS_OF_DIVIDED_MONEY = 12;

  private static final Map<String, Metric> BY_FIELD_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(Metric::fieldName, metric -> metric));

  private final String fieldName;
  private final Unit unit;

  @SuppressWarnings("ImmutableEnumChecker") // records of enums all the way down
  private final Formula formula;

  Metric(String fieldName, Unit unit, Formula formula) {
    this.fieldName = fieldName;
    this.unit = unit;
    this.formula = formula;
  }

  /** The metric of that name in the GraphQL schema; empty where there is none. */
  public static Optional<Metric> byFieldName(String fieldName) {
    return Optional.ofNullable(BY_FIELD_NAME.get(fieldName));
  }

  /** Name in the GraphQL schema, for example {@code roas}. */
  public String fieldName() {
    return fieldName;
  }

  /** What its number is a number of. */
  public Unit unit() {
    return unit;
  }

  /** How it comes from sums. */
  public Formula formula() {
    return formula;
  }

  /** Whether its figures may be added. */
  public Additivity additivity() {
    return formula instanceof Sum ? Additivity.ADDITIVE : Additivity.RATIO;
  }

  /**
   * The metric over a set of rows with the given sums; a count is rounded half up to a whole
   * number.
   */
  public MetricValue evaluate(Function<Part, MetricValue> sums) {
    MetricValue value = formula.evaluate(sums);
    return switch (unit) {
      case COUNT -> value.map(Metric::roundWhole);
      case MONEY -> formula instanceof Ratio ? value.map(Metric::roundDivided) : value;
      case DECIMAL, FRACTION -> value;
    };
  }

  /** Only sums of shared counts have fractions, and ratios are made of them as they are. */
  private static BigDecimal roundWhole(BigDecimal count) {
    return count.setScale(0, RoundingMode.HALF_UP);
  }

  private static BigDecimal roundDivided(BigDecimal amount) {
    return amount.setScale(DECIMALS_OF_DIVIDED_MONEY, RoundingMode.HALF_EVEN);
  }

  private static Formula sum(BaseMetric metric) {
    return new Sum(Part.of(metric));
  }

  private static Formula sum(BaseMetric metric, BaseMetric beside) {
    return new Sum(Part.of(metric, beside));
  }

  private static Formula ratio(int factor, BaseMetric over, BaseMetric under) {
    return new Ratio(Part.of(over, under), Part.of(under, over), factor);
  }

  private static Part keptValue() {
    return new Part(BaseMetric.CONVERSION_VALUE, Weight.KEPT_SHARE, BaseMetric.SPEND);
  }

  private static Part costWithValue() {
    return new Part(BaseMetric.SPEND, Weight.COST_FACTOR, BaseMetric.CONVERSION_VALUE);
  }
}
