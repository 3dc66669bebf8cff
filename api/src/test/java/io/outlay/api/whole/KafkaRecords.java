package io.outlay.api.whole;

import com.github.luben.zstd.Zstd;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Everything that Kafka holds, as text. */
final class KafkaRecords {

  private static final int LARGEST_RECORD = 1 << 23;

  private KafkaRecords() {}

  /** All records of all topics but Kafka's own, with their keys and headers. */
  static List<String> all(String servers) {
    Map<String, Object> settings = Map.of("bootstrap.servers", servers);
    try (Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      Set<TopicPartition> partitions =
          consumer.listTopics().values().stream()
              .flatMap(List::stream)
              .filter(info -> !info.topic().startsWith("__"))
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .collect(Collectors.toSet());
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      return read(consumer, consumer.endOffsets(partitions));
    }
  }

  private static List<String> read(
      Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    List<String> records = new ArrayList<>();
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      consumer.poll(Duration.ofSeconds(1)).forEach(record -> records.add(text(record)));
    }
    return records;
  }

  private static String text(ConsumerRecord<byte[], byte[]> record) {
    StringBuilder text = new StringBuilder(text(record.key())).append(text(record.value()));
    record.headers().forEach(header -> text.append(header.key()).append(text(header.value())));
    return text.toString();
  }

  private static String text(byte @Nullable [] bytes) {
    if (bytes == null) {
      return "";
    }
    boolean isCompressed =
        bytes.length > 4
            && Arrays.equals(
                Arrays.copyOf(bytes, 4), new byte[] {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD});
    return new String(
        isCompressed ? Zstd.decompress(bytes, LARGEST_RECORD) : bytes, StandardCharsets.UTF_8);
  }
}
