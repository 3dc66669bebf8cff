package io.outlay.ingestion.log.kafka;

import io.outlay.domain.error.Unavailable;
import io.outlay.ingestion.log.NewRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.kafka.sender.KafkaSender;
import reactor.kafka.sender.SenderOptions;
import reactor.kafka.sender.SenderRecord;

/** Writes records and waits until every in-sync replica has them. */
final class KafkaWriter implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final int MOST_WAITING = 1_024;

  // The client's send() waits for room and metadata: it has threads of its own, with a bounded
  // queue.
  private final Scheduler scheduler =
      Schedulers.newBoundedElastic(2, MOST_WAITING, "outlay-log-write");
  private final KafkaSender<String, byte[]> sender;

  KafkaWriter(String bootstrapServers) {
    this.sender =
        KafkaSender.create(
            SenderOptions.<String, byte[]>create(properties(bootstrapServers))
                .withKeySerializer(new StringSerializer())
                .withValueSerializer(new ByteArraySerializer())
                .closeTimeout(Duration.ofSeconds(2)));
  }

  /** Completes when the record is kept. */
  Mono<Void> write(NewRecord written) {
    return sender
        .send(Mono.fromSupplier(() -> SenderRecord.create(record(written), null)))
        .next()
        .subscribeOn(scheduler)
        .timeout(PATIENCE)
        .onErrorMap(error -> new Unavailable("The log does not take records.", error))
        .then();
  }

  @Override
  public void close() {
    sender.close();
    scheduler.dispose();
  }

  private static ProducerRecord<String, byte[]> record(NewRecord written) {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(written.topic(), written.key(), written.value());
    written
        .headers()
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return record;
  }

  private static Map<String, Object> properties(String bootstrapServers) {
    return Map.of(
        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
        bootstrapServers,
        ProducerConfig.ACKS_CONFIG,
        "all",
        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
        true,
        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
        5 * 1024 * 1024,
        ProducerConfig.BUFFER_MEMORY_CONFIG,
        32L * 1024 * 1024,
        ProducerConfig.MAX_BLOCK_MS_CONFIG,
        5_000,
        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
        4_000,
        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
        10_000,
        ProducerConfig.LINGER_MS_CONFIG,
        2,
        ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
        1_000);
  }
}
