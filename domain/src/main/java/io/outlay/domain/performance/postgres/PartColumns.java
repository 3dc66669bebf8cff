package io.outlay.domain.performance.postgres;

import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.metric.Metric;
import io.outlay.domain.metric.MetricValue;
import io.outlay.domain.metric.MissingReason;
import io.outlay.domain.metric.Part;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sums a report's metrics need, each as one column {@code p0}, {@code p1}, … */
record PartColumns(List<Part> parts) {

  private static final int MILLIONTHS = 6;

  PartColumns {
    parts = List.copyOf(parts);
  }

  /** The sums of these metrics, each once, in the order of the metrics. */
  static PartColumns of(Collection<Metric> metrics) {
    Set<Part> parts = new LinkedHashSet<>();
    metrics.stream().sorted().forEach(metric -> parts.addAll(metric.formula().parts()));
    return new PartColumns(List.copyOf(parts));
  }

  /** Column of a sum. */
  String name(Part part) {
    int index = parts.indexOf(part);
    if (index < 0) {
      throw new IllegalArgumentException("not among the columns: " + part);
    }
    return "p" + index;
  }

  boolean holdMoney() {
    return parts.stream().anyMatch(Part::isMoney);
  }

  boolean needAssumptions() {
    return parts.stream().anyMatch(Part::isWeighted);
  }

  /** The sums over facts {@code f}, money in each fact's own currency. */
  Stream<String> sumsOfFacts(boolean assumed) {
    return parts.stream().map(part -> sumOfFacts(part, assumed) + " AS " + name(part));
  }

  /**
   * Sums of sums {@code b}, money times each row's rate. A rate that is missing is not a number.
   */
  Stream<String> sumsOfSums() {
    return parts.stream().map(part -> sumOfSums(part) + " AS " + name(part));
  }

  Stream<String> names() {
    return parts.stream().map(this::name);
  }

  /**
   * The sums of a row; money and decimals in their units, no longer in millionths.
   *
   * @param first place of their first column: looking for names in every row takes longer
   */
  Map<Part, MetricValue> read(Readable row, int first) {
    Map<Part, MetricValue> sums = HashMap.newHashMap(parts.size());
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      sums.put(part, value(part, row.get(first + i, String.class)));
    }
    return sums;
  }

  private static MetricValue value(Part part, @Nullable String sum) {
    if (sum == null) {
      return MetricValue.missing(MissingReason.NOT_REPORTED);
    }
    if (sum.equals("NaN")) {
      return MetricValue.missing(MissingReason.NO_EXCHANGE_RATE);
    }
    BigDecimal number = new BigDecimal(sum);
    return MetricValue.of(
        part.metric().storage() == BaseMetric.Storage.COUNT
            ? number
            : number.movePointLeft(MILLIONTHS));
  }

  private String sumOfSums(Part part) {
    return part.isMoney() ? "sum(b." + name(part) + " * b.rate)" : "sum(b." + name(part) + ")";
  }

  private static String sumOfFacts(Part part, boolean assumed) {
    String sum = "sum(" + weighted(part, assumed) + ")";
    BaseMetric beside = part.beside();
    return beside == null ? sum : sum + " FILTER (WHERE f." + beside.column() + " IS NOT NULL)";
  }

  private static String weighted(Part part, boolean assumed) {
    String column = "f." + part.metric().column();
    return switch (part.weight()) {
      case NONE -> column;
      case COST_FACTOR -> assumed ? column + " * coalesce(s.cost_factor, 1)" : column;
      case KEPT_SHARE -> assumed ? column + " * coalesce(s.kept_share, 1)" : column;
    };
  }
}
