package io.outlay.ingestion.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What Outlay relies on, whatever keeps the log. */
public abstract class RecordLogContract {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final MemoryPositions positions = new MemoryPositions();
  private final Disposable.Composite readers = Disposables.composite();
  private RecordLog log;
  private LogTopic topic;

  /** A log that has the topics. */
  protected abstract RecordLog open(List<LogTopic> topics);

  /** A topic name that no test has used. */
  protected abstract String unusedTopic();

  @BeforeEach
  void openLog() {
    topic = new LogTopic(unusedTopic(), 4, Duration.ofDays(30), 5 * 1024 * 1024);
    log = open(List.of(topic));
  }

  @AfterEach
  void closeLog() {
    readers.dispose();
    log.close();
  }

  @Test
  void keepsTheOrderOfAKeyAndAllThatARecordHolds() {
    publish(IntStream.range(0, 40).mapToObj(i -> "k" + i % 5 + ":" + i).toList());

    List<LogRecord> read = read(40);

    assertThat(read).extracting(LogRecord::key).contains("k0", "k1", "k2", "k3", "k4");
    assertThat(read).allSatisfy(r -> assertThat(r.headers()).containsEntry("organization", "7"));
    Map<String, List<Integer>> byKey = new HashMap<>();
    read.forEach(
        r ->
            byKey
                .computeIfAbsent(r.key(), none -> new ArrayList<>())
                .add(Integer.parseInt(text(r).split(":", 2)[1])));
    assertThat(byKey.values()).allSatisfy(numbers -> assertThat(numbers).isSorted().hasSize(8));
  }

  @Test
  void tellsWhereItEndsAndWhenAReaderIsThere() {
    LogEnds empty = Objects.requireNonNull(log.ends(topic.name()).block(PATIENCE));
    assertThat(empty.areReached(Map.of())).isTrue();
    publish(IntStream.range(0, 20).mapToObj(i -> "k" + i + ":" + i).toList());

    LogEnds ends = Objects.requireNonNull(log.ends(topic.name()).block(PATIENCE));

    assertThat(ends.ends().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(20);
    assertThat(ends.areReached(Map.of())).isFalse();
    read(20);
    assertThat(
            ends.areReached(
                Objects.requireNonNull(
                    positions
                        .read(ends.cluster(), topic.name(), ends.ends().keySet())
                        .block(PATIENCE))))
        .isTrue();
  }

  @Test
  void readsOnFromTheStoredPositionsAndNotFromItsOwn() {
    publish(List.of("a:1", "a:2", "a:3"));
    read(3);
    Map<Integer, Long> before = positions.copy();
    publish(List.of("a:4", "a:5"));
    assertThat(read(2)).extracting(RecordLogContract::text).containsExactly("a:4", "a:5");

    positions.set(before);

    assertThat(read(2)).extracting(RecordLogContract::text).containsExactly("a:4", "a:5");
  }

  @Test
  void noticesByItselfThatThePositionsWentBack() throws InterruptedException {
    publish(List.of("a:1", "a:2"));
    ConcurrentLinkedQueue<String> seen = new ConcurrentLinkedQueue<>();
    CountDownLatch four = new CountDownLatch(4);
    readers.add(
        log.consume(topic.name(), "group", positions)
            .concatMap(batch -> store(batch, seen, four))
            .subscribe());
    awaitSize(seen, 2);

    positions.set(Map.of());

    assertThat(four.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(seen).containsExactly("a:1", "a:2", "a:1", "a:2");
  }

  @Test
  void readsNoFurtherThanABatchAheadWithoutDemand() {
    publish(IntStream.range(0, 20).mapToObj(i -> "k:" + i).toList());
    List<LogBatch> taken =
        log.consume(topic.name(), "group", positions).take(1).collectList().block(PATIENCE);

    assertThat(taken).hasSize(1);
    assertThat(positions.copy().values()).allMatch(next -> next == 0);
  }

  @Test
  void sharesPartitionsAmongReadersOfAGroupWithoutLossOrStaleSteps() {
    ConcurrentLinkedQueue<String> seen = new ConcurrentLinkedQueue<>();
    Flux<Void> writing =
        Flux.range(0, 200)
            .delayElements(Duration.ofMillis(15))
            .concatMap(i -> log.publish(record("k" + i % 13 + ":" + i)));
    readers.add(reader(seen).subscribe());
    readers.add(writing.subscribe());
    awaitSize(seen, 50);

    Disposable second = reader(seen).subscribe();
    readers.add(second);
    awaitSize(seen, 120);
    second.dispose();
    awaitSize(seen, 200);

    assertThat(seen.stream().distinct()).hasSize(200);
    assertThat(positions.copy().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(200);
  }

  @Test
  void outlivesPositionsThatCannotBeRead() {
    publish(List.of("a:1"));
    positions.failNextReads(2);

    assertThat(read(1)).extracting(RecordLogContract::text).containsExactly("a:1");
  }

  private Flux<Void> reader(ConcurrentLinkedQueue<String> seen) {
    return Flux.defer(() -> log.consume(topic.name(), "group", positions))
        .concatMap(batch -> store(batch, seen, new CountDownLatch(0)))
        .retry();
  }

  private Mono<Void> store(
      LogBatch batch, ConcurrentLinkedQueue<String> seen, CountDownLatch latch) {
    return positions
        .advance(batch.steps())
        .doOnSuccess(
            done -> {
              batch.records().forEach(r -> seen.add(text(r)));
              batch.records().forEach(r -> latch.countDown());
              batch.stored().run();
            });
  }

  private List<LogRecord> read(int count) {
    AtomicInteger left = new AtomicInteger(count);
    List<LogBatch> batches =
        log.consume(topic.name(), "group", positions)
            .concatMap(
                batch ->
                    positions
                        .advance(batch.steps())
                        .doOnSuccess(done -> batch.stored().run())
                        .thenReturn(batch))
            .takeUntil(batch -> left.addAndGet(-batch.records().size()) <= 0)
            .collectList()
            .block(PATIENCE);
    return Objects.requireNonNull(batches).stream()
        .flatMap(batch -> batch.records().stream())
        .toList();
  }

  private void publish(List<String> texts) {
    Flux.fromIterable(texts).concatMap(text -> log.publish(record(text))).then().block(PATIENCE);
  }

  private NewRecord record(String text) {
    return new NewRecord(
        topic.name(),
        text.split(":", 2)[0],
        Map.of("organization", "7"),
        text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(LogRecord record) {
    return new String(record.value(), StandardCharsets.UTF_8);
  }

  private static void awaitSize(ConcurrentLinkedQueue<?> seen, int size) {
    Flux.interval(Duration.ofMillis(50)).filter(tick -> seen.size() >= size).next().block(PATIENCE);
  }
}
