package io.outlay.ingestion.slice;

import io.outlay.domain.performance.AdAccountKey;
import io.outlay.domain.performance.LargeSlices;
import io.outlay.domain.performance.Slice;
import io.outlay.domain.performance.TextSlice;
import io.outlay.ingestion.log.NewRecord;
import io.outlay.ingestion.log.RecordLog;
import java.util.HashMap;
import java.util.Map;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Publishes slices as records, the large ones by reference. */
public final class LogSlicePublisher implements SlicePublisher {

  private static final byte[] NOTHING = {};

  private final RecordLog log;
  private final LargeSlices large;
  private final SliceCodec codec = new SliceCodec();

  /** Writes to the given log; slices that do not fit into a record go to {@code large}. */
  public LogSlicePublisher(RecordLog log, LargeSlices large) {
    this.log = log;
    this.large = large;
  }

  @Override
  public Mono<Void> publish(Slice slice) {
    return Mono.fromCallable(() -> codec.encode(TextSlice.of(slice)))
        .subscribeOn(Schedulers.parallel())
        .flatMap(bytes -> record(slice, bytes))
        .flatMap(log::publish);
  }

  private Mono<NewRecord> record(Slice slice, byte[] bytes) {
    if (bytes.length <= SliceRecords.MOST_BYTES) {
      return Mono.just(record(slice, Map.of(), bytes));
    }
    return large
        .store(slice.key().account().organization(), bytes)
        .map(id -> record(slice, Map.of(SliceRecords.LARGE_SLICE, id.toString()), NOTHING));
  }

  private static NewRecord record(Slice slice, Map<String, String> more, byte[] value) {
    AdAccountKey account = slice.key().account();
    Map<String, String> headers = new HashMap<>(more);
    headers.put(SliceRecords.ORGANIZATION, account.organization().toString());
    headers.put(SliceRecords.SCHEMA_VERSION, Integer.toString(SliceCodec.VERSION));
    if (slice.jobId() != null) {
      headers.put(SliceRecords.JOB, slice.jobId().toString());
    }
    String key = account.organization() + ":" + account.channel() + ":" + account.externalId();
    return new NewRecord(SliceRecords.SLICES.name(), key, headers, value);
  }
}
