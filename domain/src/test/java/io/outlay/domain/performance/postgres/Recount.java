package io.outlay.domain.performance.postgres;

import io.outlay.domain.assumption.Assumption;
import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.metric.Metric;
import io.outlay.domain.metric.MetricValue;
import io.outlay.domain.metric.MissingReason;
import io.outlay.domain.metric.Part;
import io.outlay.domain.metric.Weight;
import io.outlay.domain.performance.Dimension;
import io.outlay.domain.performance.PerformanceQuery;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Counts a report anew, row by row and in decimals, from what was loaded: no SQL, no rollups. */
final class Recount {

  private final Sample sample;
  private final PerformanceQuery query;
  private final String currency;

  Recount(Sample sample, PerformanceQuery query, String currency) {
    this.sample = sample;
    this.query = query;
    this.currency = currency;
  }

  /** A group as the values of its period and dimensions. */
  List<Sample.Row> counted(Predicate<Sample.Row> filter) {
    return sample.rows().stream().filter(this::isWhole).filter(filter).toList();
  }

  Map<List<@Nullable Object>, List<Sample.Row>> groups(Predicate<Sample.Row> filter) {
    Map<List<@Nullable Object>, List<Sample.Row>> groups = new HashMap<>();
    for (Sample.Row row : counted(filter)) {
      groups.computeIfAbsent(key(row), key -> new ArrayList<>()).add(row);
    }
    return groups;
  }

  MetricValue value(Metric metric, List<Sample.Row> rows) {
    return metric.evaluate(part -> sum(part, rows));
  }

  private List<@Nullable Object> key(Sample.Row row) {
    List<@Nullable Object> key = new ArrayList<>();
    if (query.granularity() != null) {
      key.add(query.granularity().firstDay(row.day()));
    }
    for (Dimension dimension : query.groupBy()) {
      key.add(row.value(dimension));
    }
    return key;
  }

  private boolean isWhole(Sample.Row row) {
    LocalDate first = row.slice().firstDay();
    return !first.isBefore(query.range().from())
        && !row.day().isAfter(query.range().to())
        && (query.granularity() == null
            || query.granularity().firstDay(first).equals(query.granularity().firstDay(row.day())));
  }

  private MetricValue sum(Part part, List<Sample.Row> rows) {
    BigDecimal sum = null;
    for (Sample.Row row : rows) {
      Long number = row.metrics().get(part.metric());
      if (number == null || (part.beside() != null && !row.metrics().containsKey(part.beside()))) {
        continue;
      }
      BigDecimal amount = BigDecimal.valueOf(number).multiply(weight(part.weight(), row));
      if (part.metric().storage() != BaseMetric.Storage.COUNT) {
        amount = amount.movePointLeft(6);
      }
      if (part.isMoney()) {
        BigDecimal rate = rate(row);
        if (rate == null) {
          return MetricValue.missing(MissingReason.NO_EXCHANGE_RATE);
        }
        amount = amount.multiply(rate);
      }
      sum = sum == null ? amount : sum.add(amount);
    }
    return sum == null ? MetricValue.missing(MissingReason.NOT_REPORTED) : MetricValue.of(sum);
  }

  private @Nullable BigDecimal rate(Sample.Row row) {
    if (row.currency().equals(currency)) {
      return BigDecimal.ONE;
    }
    BigDecimal from = sample.rates().get(new Sample.RateKey(row.day(), row.currency()));
    BigDecimal to = sample.rates().get(new Sample.RateKey(row.day(), currency));
    return from == null || to == null ? null : to.divide(from, 12, RoundingMode.HALF_EVEN);
  }

  private BigDecimal weight(Weight weight, Sample.Row row) {
    Assumption held = null;
    for (Assumption assumption : sample.assumptions()) {
      boolean concerns =
          (assumption.channelId() == null || assumption.channelId() == row.account().channelId())
              && (assumption.adAccountId() == null
                  || assumption.adAccountId() == row.account().id());
      boolean holds =
          !row.day().isBefore(assumption.firstDay())
              && (assumption.lastDay() == null || !row.day().isAfter(assumption.lastDay()));
      if (concerns && holds && (held == null || assumption.specificity() >= held.specificity())) {
        held = assumption;
      }
    }
    return switch (weight) {
      case NONE -> BigDecimal.ONE;
      case COST_FACTOR -> held == null ? BigDecimal.ONE : held.costFactor();
      case KEPT_SHARE -> held == null ? BigDecimal.ONE : held.keptShare();
    };
  }
}
