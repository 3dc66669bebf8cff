package io.outlay.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/**
 * Settings of the single broker: one of everything that is meant to be replicated, small buffers,
 * room for a whole slice.
 */
final class KafkaSettings {
  private static final String MAX_RECORD_BYTES = Integer.toString(5 << 20);

  private KafkaSettings() {}

  static Properties of(String host, int port, int controllerPort, Path data, boolean isDurable) {
    Properties settings = new Properties();
    settings.putAll(
        Map.of(
            "process.roles",
            "broker,controller",
            "node.id",
            "1",
            "listeners",
            "PLAINTEXT://%1$s:%2$d,CONTROLLER://%1$s:%3$d".formatted(host, port, controllerPort),
            "advertised.listeners",
            "PLAINTEXT://%s:%d".formatted(host, port),
            "controller.listener.names",
            "CONTROLLER",
            "controller.quorum.voters",
            "1@%s:%d".formatted(host, controllerPort),
            "log.dirs",
            data.toString(),
            "auto.create.topics.enable",
            "false",
            "message.max.bytes",
            MAX_RECORD_BYTES,
            "replica.fetch.max.bytes",
            MAX_RECORD_BYTES));
    settings.putAll(
        Map.of(
            "offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "1",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "transaction.state.log.num.partitions", "1",
            "share.coordinator.state.topic.replication.factor", "1",
            "share.coordinator.state.topic.min.isr", "1",
            "share.coordinator.state.topic.num.partitions", "1",
            "group.initial.rebalance.delay.ms", "0",
            "log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20)));
    if (isDurable) {
      // Without a second broker the disk is the only other place an acknowledged record can be.
      settings.put("log.flush.interval.messages", "1");
    }
    return settings;
  }
}
