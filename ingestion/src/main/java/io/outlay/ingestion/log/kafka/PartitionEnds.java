package io.outlay.ingestion.log.kafka;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import reactor.core.publisher.Mono;

/** Asks where the partitions of a topic end. */
final class PartitionEnds {

  private PartitionEnds() {}

  /** Leaves out partitions of which nothing is left: no reader would ever reach their end. */
  static Mono<Map<Integer, Long>> read(Admin admin, String topic) {
    return KafkaCluster.outcome(admin.describeTopics(List.of(topic)).allTopicNames())
        .flatMapIterable(Map::values)
        .single()
        .map(described -> described.partitions().size())
        .flatMap(
            partitions ->
                Mono.zip(
                    offsets(admin, topic, partitions, OffsetSpec::earliest),
                    offsets(admin, topic, partitions, OffsetSpec::latest)))
        .map(found -> held(found.getT1(), found.getT2()));
  }

  private static Mono<Map<TopicPartition, ListOffsetsResultInfo>> offsets(
      Admin admin, String topic, int partitions, Supplier<OffsetSpec> which) {
    Map<TopicPartition, OffsetSpec> wanted =
        IntStream.range(0, partitions)
            .boxed()
            .collect(
                Collectors.toMap(
                    partition -> new TopicPartition(topic, partition), partition -> which.get()));
    return KafkaCluster.outcome(admin.listOffsets(wanted).all());
  }

  private static Map<Integer, Long> held(
      Map<TopicPartition, ListOffsetsResultInfo> first,
      Map<TopicPartition, ListOffsetsResultInfo> end) {
    Map<Integer, Long> ends = new HashMap<>();
    first.forEach(
        (partition, start) -> {
          ListOffsetsResultInfo behind = end.get(partition);
          if (behind != null && start.offset() < behind.offset()) {
            ends.put(partition.partition(), behind.offset());
          }
        });
    return ends;
  }
}
