package io.outlay.bench;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.TextSlice;
import io.outlay.ingestion.slice.SliceCodec;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A day of an account as the bytes of one Kafka record, and back. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class SliceCodecBenchmark {

  @Param({"10", "1000"})
  private int rows;

  private final SliceCodec codec = new SliceCodec();
  private TextSlice slice = day(1);
  private byte[] bytes = codec.encode(slice);

  /** As many rows as asked for. */
  @Setup
  public void make() {
    slice = day(rows);
    bytes = codec.encode(slice);
  }

  /** Header, rows, compression. */
  @Benchmark
  public byte[] encode() {
    return codec.encode(slice);
  }

  /** The same back, with the check of its hash. */
  @Benchmark
  public TextSlice decode() {
    return codec.decode(bytes, Integer.toString(SliceCodec.VERSION));
  }

  private static TextSlice day(int rows) {
    return TextSlice.of(
        new AdSlices(new OrganizationId(1), LocalDate.of(2026, 11, 1), 1, 1, rows)
            .all(1)
            .findFirst()
            .orElseThrow());
  }
}
