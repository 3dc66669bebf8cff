package io.outlay.domain.performance.postgres;

import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.metric.Metric;
import io.outlay.domain.metric.MetricValue;
import io.outlay.domain.metric.MissingReason;
import io.outlay.domain.metric.Part;
import io.outlay.domain.metric.Weight;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sums a report's metrics need, each as one column {@code p0}, {@code p1}, … of groups. An
 * answer tells them as one text, {@code (12,,3.5)}: reading some fifteen columns of a row one by
 * one takes longer than summing them.
 */
final class PartColumns {

  private static final int MILLIONTHS = 6;
  private static final int DIGITS_OF_A_LONG = 18;

  private final List<Part> parts;
  private final List<Part> columns;
  private final int[] places;

  private PartColumns(List<Part> parts, UnaryOperator<Part> column) {
    this.parts = List.copyOf(parts);
    this.columns = parts.stream().map(column).distinct().toList();
    this.places = parts.stream().map(column).mapToInt(columns::indexOf).toArray();
  }

  /** The sums of these metrics, each once, in the order of the metrics. */
  static PartColumns of(Collection<Metric> metrics) {
    Set<Part> parts = new LinkedHashSet<>();
    metrics.stream().sorted().forEach(metric -> parts.addAll(metric.formula().parts()));
    return new PartColumns(List.copyOf(parts), part -> part);
  }

  /** The same where nothing is assumed, so that weighted sums are the plain ones. */
  PartColumns unweighted() {
    return new PartColumns(parts, part -> new Part(part.metric(), Weight.NONE, part.beside()));
  }

  List<Part> parts() {
    return parts;
  }

  /** Column of a sum. */
  String name(Part part) {
    int index = parts.indexOf(part);
    if (index < 0) {
      throw new IllegalArgumentException("not among the columns: " + part);
    }
    return "p" + places[index];
  }

  boolean holdMoney() {
    return parts.stream().anyMatch(Part::isMoney);
  }

  boolean needAssumptions() {
    return parts.stream().anyMatch(Part::isWeighted);
  }

  /** The sums over facts {@code f}, money in each fact's own currency. */
  Stream<String> sumsOfFacts() {
    return named((part, name) -> sumOfFacts(part));
  }

  /**
   * Sums of sums {@code b}, money times each row's rate. A rate that is missing is not a number.
   */
  Stream<String> sumsOfSums() {
    return named(PartColumns::sumOfSums);
  }

  /** All of them as one text, each column as an expression of its name. */
  String asText(UnaryOperator<String> expression) {
    return names().map(expression).collect(Collectors.joining(", ", "ROW(", ")::text"));
  }

  /** The same as sums of sums {@code b}. */
  String sumsOfSumsAsText() {
    return IntStream.range(0, columns.size())
        .mapToObj(place -> sumOfSums(columns.get(place), "p" + place))
        .collect(Collectors.joining(", ", "ROW(", ")::text"));
  }

  /**
   * The sums of a row; money and decimals in their units, no longer in millionths.
   *
   * @param text as {@link #asText} made it; null where there are none
   */
  Map<Part, MetricValue> read(@Nullable String text) {
    MetricValue[] values = values(text);
    Map<Part, MetricValue> sums = HashMap.newHashMap(parts.size());
    for (int i = 0; i < places.length; i++) {
      sums.put(parts.get(i), values[places[i]]);
    }
    return sums;
  }

  private MetricValue[] values(@Nullable String text) {
    MetricValue[] values = new MetricValue[columns.size()];
    int from = 1;
    for (int i = 0; i < values.length; i++) {
      if (text == null) {
        values[i] = MetricValue.missing(MissingReason.NOT_REPORTED);
      } else {
        int comma = text.indexOf(',', from);
        int to = comma < 0 ? text.length() - 1 : comma;
        values[i] = value(columns.get(i), text, from, to);
        from = to + 1;
      }
    }
    return values;
  }

  private static MetricValue value(Part part, String text, int from, int to) {
    if (from == to) {
      return MetricValue.missing(MissingReason.NOT_REPORTED);
    }
    if (text.startsWith("NaN", from)) {
      return MetricValue.missing(MissingReason.NO_EXCHANGE_RATE);
    }
    int decimals = part.metric().storage() == BaseMetric.Storage.COUNT ? 0 : MILLIONTHS;
    boolean isLong = to - from <= DIGITS_OF_A_LONG && text.indexOf('.', from, to) < 0;
    return MetricValue.of(
        isLong
            ? BigDecimal.valueOf(Long.parseLong(text, from, to, 10), decimals)
            : new BigDecimal(text.substring(from, to)).movePointLeft(decimals));
  }

  private Stream<String> named(BiFunction<Part, String, String> sum) {
    return IntStream.range(0, columns.size())
        .mapToObj(place -> sum.apply(columns.get(place), "p" + place) + " AS p" + place);
  }

  private Stream<String> names() {
    return IntStream.range(0, columns.size()).mapToObj(place -> "p" + place);
  }

  private static String sumOfSums(Part part, String name) {
    return part.isMoney() ? "sum(b." + name + " * b.rate)" : "sum(b." + name + ")";
  }

  private static String sumOfFacts(Part part) {
    String sum = "sum(" + weighted(part) + ")";
    BaseMetric beside = part.beside();
    return beside == null ? sum : sum + " FILTER (WHERE f." + beside.column() + " IS NOT NULL)";
  }

  private static String weighted(Part part) {
    String column = "f." + part.metric().column();
    return switch (part.weight()) {
      case NONE -> column;
      case COST_FACTOR -> column + " * coalesce(s.cost_factor, 1)";
      case KEPT_SHARE -> column + " * coalesce(s.kept_share, 1)";
    };
  }
}
