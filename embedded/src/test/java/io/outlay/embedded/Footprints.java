package io.outlay.embedded;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** One mark in each service, to be looked for later. */
final class Footprints {
  static final List<String> ALL = List.of("kept by PostgreSQL", "kept by Redis", "kept by Kafka");
  private static final String TOPIC = "footprints";

  private Footprints() {}

  /** Leaves a mark in each service and returns when all have acknowledged theirs. */
  static void leave(EmbeddedServices services) {
    Sql.run(services.postgres(), "CREATE TABLE footprint AS SELECT 'kept by PostgreSQL' AS mark");
    // Written to the file before the answer; only a crash of the machine could take the last second
    // of it.
    RedisClient.ask(services.redis(), "SET mark \"kept by Redis\"");
    send(services.kafka());
  }

  private static void send(EmbeddedKafka kafka) {
    Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
    try (Admin admin = Admin.create(settings);
        var producer =
            new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      admin
          .createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1)))
          .all()
          .get(30, TimeUnit.SECONDS);
      producer.send(new ProducerRecord<>(TOPIC, "kept by Kafka")).get(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError("could not write to Kafka", e);
    }
  }

  /** The marks that are found. */
  static List<String> of(EmbeddedServices services) {
    List<String> found = new ArrayList<>();
    found.add(Sql.ask(services.postgres(), "SELECT mark FROM footprint"));
    String answer = RedisClient.ask(services.redis(), "GET mark");
    ALL.stream().filter(answer::contains).forEach(found::add);
    receive(services.kafka()).ifPresent(found::add);
    return found;
  }

  private static Optional<String> receive(EmbeddedKafka kafka) {
    Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      Set<TopicPartition> partition = Set.of(new TopicPartition(TOPIC, 0));
      consumer.assign(partition);
      consumer.seekToBeginning(partition);
      for (ConsumerRecord<String, String> each : consumer.poll(Duration.ofSeconds(20))) {
        return Optional.of(each.value());
      }
      return Optional.empty();
    }
  }
}
