package io.outlay.ingestion.log.kafka;

import io.outlay.domain.performance.LogPositions;
import io.outlay.ingestion.log.LogBatch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.kafka.receiver.KafkaReceiver;
import reactor.kafka.receiver.ReceiverOptions;
import reactor.kafka.receiver.ReceiverRecord;
import reactor.util.retry.Retry;

/**
 * Reads a topic from the stored positions. reactor-kafka's stream ends on any trouble; this one
 * subscribes anew, after a growing pause of at most two seconds, for as long as it takes.
 */
final class KafkaReader {

  private static final Logger LOG = LoggerFactory.getLogger(KafkaReader.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
  private static final Duration WATCH = Duration.ofSeconds(3);

  /** A poll's records are held at most twice: those at work, and those fetched ahead. */
  private static final int FETCH_BYTES = 8 * 1024 * 1024;

  private static final int FETCH_RECORDS = 1_000;

  /** After so long a reader that died is missed; the least that a broker takes by default. */
  private static final int SESSION_MILLIS = 6_000;

  private final String bootstrapServers;
  private final KafkaCluster cluster;
  private final String topic;
  private final String group;
  private final LogPositions positions;

  KafkaReader(
      String bootstrapServers,
      KafkaCluster cluster,
      String topic,
      String group,
      LogPositions positions) {
    this.bootstrapServers = bootstrapServers;
    this.cluster = cluster;
    this.topic = topic;
    this.group = group;
    this.positions = positions;
  }

  Flux<LogBatch> read() {
    return cluster
        .id()
        .flatMapMany(this::subscribe)
        .doOnError(error -> cluster.forget())
        .retryWhen(
            Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE)
                .maxBackoff(LONGEST_PAUSE)
                .transientErrors(true)
                .doBeforeRetry(
                    again ->
                        LOG.warn("reading {} again after: {}", topic, again.failure().toString())));
  }

  private Flux<LogBatch> subscribe(String clusterId) {
    ReadPositions read = new ReadPositions(clusterId, topic, positions);
    Flux<LogBatch> batches =
        KafkaReceiver.create(options(read))
            .receiveBatch(1)
            .concatMap(Flux::collectList, 0)
            .filter(records -> !records.isEmpty())
            .map(records -> batch(records, read));
    Mono<LogBatch> wentBack =
        Flux.interval(WATCH)
            .onBackpressureDrop()
            .concatMap(tick -> read.verify(), 1)
            .then(Mono.empty());
    return Flux.merge(batches, wentBack);
  }

  private static LogBatch batch(List<ReceiverRecord<byte[], byte[]>> records, ReadPositions read) {
    return read.batch(
        records.stream().map(KafkaRecords::read).toList(),
        () -> records.forEach(record -> record.receiverOffset().acknowledge()));
  }

  private ReceiverOptions<byte[], byte[]> options(ReadPositions read) {
    return ReceiverOptions.<byte[], byte[]>create(properties())
        .withKeyDeserializer(new ByteArrayDeserializer())
        .withValueDeserializer(new ByteArrayDeserializer())
        .subscription(List.of(topic))
        .addAssignListener(read::seek)
        .addRevokeListener(read::revoke)
        // Batches at work are finished before another reader begins behind them.
        .maxDelayRebalance(Duration.ofSeconds(10))
        .closeTimeout(Duration.ofSeconds(2))
        // The positions that count are the database's; those of the group are for people to look
        // at, and a log that does not take them for a while is no reason to begin anew.
        .maxCommitAttempts(Integer.MAX_VALUE);
  }

  private Map<String, Object> properties() {
    return Map.ofEntries(
        Map.entry(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
        Map.entry(ConsumerConfig.GROUP_ID_CONFIG, group),
        Map.entry(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
        Map.entry(
            ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
            CooperativeStickyAssignor.class.getName()),
        Map.entry(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, FETCH_RECORDS),
        Map.entry(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES),
        Map.entry(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES),
        Map.entry(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS),
        Map.entry(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000),
        Map.entry(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000),
        Map.entry(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 8_000),
        Map.entry(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000));
  }
}
