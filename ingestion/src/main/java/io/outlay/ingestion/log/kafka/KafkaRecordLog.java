package io.outlay.ingestion.log.kafka;

import io.outlay.domain.performance.LogPositions;
import io.outlay.ingestion.log.LogBatch;
import io.outlay.ingestion.log.LogEnds;
import io.outlay.ingestion.log.LogTopic;
import io.outlay.ingestion.log.NewRecord;
import io.outlay.ingestion.log.RecordLog;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The log in Kafka. Makes its topics by itself. */
public final class KafkaRecordLog implements RecordLog {

  private final KafkaCluster cluster;
  private final KafkaWriter writer;
  private final String bootstrapServers;

  /**
   * Connects when first used.
   *
   * @param bootstrapServers addresses as in {@code spring.kafka.bootstrap-servers}
   * @param topics made where they are missing
   */
  public KafkaRecordLog(String bootstrapServers, List<LogTopic> topics) {
    this.bootstrapServers = bootstrapServers;
    this.cluster = new KafkaCluster(bootstrapServers, topics);
    this.writer = new KafkaWriter(bootstrapServers);
  }

  @Override
  public Mono<Void> publish(NewRecord written) {
    return cluster.id().then(writer.write(written)).doOnError(error -> cluster.forget());
  }

  @Override
  public Flux<LogBatch> consume(String topic, String group, LogPositions positions) {
    return new KafkaReader(bootstrapServers, cluster, topic, group, positions).read();
  }

  @Override
  public Mono<LogEnds> ends(String topic) {
    return cluster.id().flatMap(id -> cluster.ends(topic).map(ends -> new LogEnds(id, ends)));
  }

  @Override
  public void close() {
    writer.close();
    cluster.close();
  }
}
