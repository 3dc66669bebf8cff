package io.outlay.ingestion.sink;

import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.FactRow;
import io.outlay.domain.performance.Level;
import io.outlay.domain.performance.MetricValues;
import io.outlay.domain.performance.Slice;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** A slice whose rows are so random that it stays large when it is compressed. */
final class IncompressibleSlice {

  private IncompressibleSlice() {}

  static Slice of(OrganizationId organization, int rows) {
    Random random = new Random(7);
    List<FactRow> many = IntStream.range(0, rows).mapToObj(i -> row(i, random)).toList();
    Slice like = SampleSlices.of(organization, "large", 0, 1, 0, 0);
    return new Slice(
        like.key(),
        like.account(),
        Level.AD,
        like.sequence(),
        like.fetchedAt(),
        like.replacement(),
        like.takesOver(),
        null,
        null,
        like.dictionaryVersion(),
        like.isEstimated(),
        null,
        many);
  }

  private static FactRow row(int number, Random random) {
    return new FactRow(
        "c" + number % 100,
        null,
        null,
        null,
        null,
        number + "-" + Long.toString(random.nextLong(), 36),
        null,
        null,
        null,
        null,
        null,
        "USD",
        MetricValues.of(
            Map.of(
                BaseMetric.SPEND,
                random.nextLong(1L << 42),
                BaseMetric.IMPRESSIONS,
                random.nextLong(1L << 42),
                BaseMetric.CONVERSION_VALUE,
                random.nextLong(1L << 42))));
  }
}
