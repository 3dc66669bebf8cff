package io.outlay.bench;

import io.outlay.domain.metric.Metric;
import io.outlay.domain.metric.MetricValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** The nine metrics of a dashboard's row, from its sums. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class MetricBenchmark {

  private static final List<Metric> DASHBOARD =
      List.of(
          Metric.IMPRESSIONS,
          Metric.CLICKS,
          Metric.SPEND,
          Metric.CONVERSIONS,
          Metric.CTR,
          Metric.CPC,
          Metric.CPA,
          Metric.ROAS,
          Metric.ROI);

  private final MetricValue sum = MetricValue.of(new BigDecimal("40460.059972"));

  /** All nine, two of them quotients of sums that are conditional on each other. */
  @Benchmark
  public void row(Blackhole hole) {
    for (Metric metric : DASHBOARD) {
      hole.consume(metric.formula().evaluate(part -> sum));
    }
  }
}
