package io.outlay.ingestion.spendimport;

import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.performance.FactRow;
import io.outlay.domain.performance.MetricValues;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Runs the first pass over files and text, for tests. */
final class SpendFiles {

  /** What a file came to. */
  record Outcome(FileReport report, List<SpendSlice> slices) {

    long sum(String currencyCode, BaseMetric metric) {
      return sums(currencyCode).orZero(metric);
    }

    MetricValues sums(String currencyCode) {
      return MetricValues.of(Objects.requireNonNull(report.sums().get(currencyCode), currencyCode));
    }

    /** The same sum over the slices' rows instead of the ledger. */
    long sliceSum(BaseMetric metric) {
      return slices.stream()
          .flatMap(slice -> slice.rows().stream())
          .map(FactRow::metrics)
          .mapToLong(values -> values.orZero(metric))
          .sum();
    }

    MetricValues onlyRow() {
      return slices.getFirst().rows().getFirst().metrics();
    }
  }

  private SpendFiles() {}

  static Outcome check(String text, SpendFileSettings settings) {
    return check(text.getBytes(StandardCharsets.UTF_8), settings);
  }

  static Outcome check(byte[] file, SpendFileSettings settings) {
    try {
      Path folder = Files.createTempDirectory("outlay-check");
      try (CheckedSpendFile checked =
          new SpendFileCheck(
                  () -> new ByteArrayInputStream(file), file.length, settings, Progress.NONE)
              .run(folder)) {
        List<SpendSlice> slices = new ArrayList<>();
        for (int bucket = 0; bucket < checked.buckets(); bucket++) {
          slices.addAll(checked.slices(bucket));
        }
        return new Outcome(checked.report(), slices);
      } finally {
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Outcome check(Path file, SpendFileSettings settings) {
    try {
      return check(Files.readAllBytes(file), settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
