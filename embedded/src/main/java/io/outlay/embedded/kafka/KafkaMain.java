package io.outlay.embedded.kafka;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** Runs one Kafka broker until it is told to stop by {@code SIGTERM}. */
public final class KafkaMain {
  /** In the folder given as argument: Kafka's own settings. */
  public static final String SETTINGS_FILE = "kafka.properties";

  /** In the same folder: made when the broker has started. */
  public static final String READY_FILE = "ready";

  private KafkaMain() {}

  /**
   * Starts the broker and stays until it has stopped.
   *
   * @param args the folder of the broker
   */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    Properties settings = read(folder.resolve(SETTINGS_FILE));
    KafkaConfig config = new KafkaConfig(settings);
    format(Path.of(settings.getProperty("log.dirs")), config.nodeId());
    KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "kafka-shutdown"));
    server.startup();
    Files.createFile(folder.resolve(READY_FILE));
    server.awaitShutdown();
  }

  private static Properties read(Path file) throws IOException {
    Properties settings = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      settings.load(reader);
    }
    return settings;
  }

  /**
   * The formatter writes {@code meta.properties} last; while that is missing, the folder holds
   * nothing worth keeping.
   */
  private static void format(Path data, int nodeId) throws Exception {
    if (Files.exists(data.resolve("meta.properties"))) {
      return;
    }
    new Formatter()
        .setNodeId(nodeId)
        .setClusterId(Uuid.randomUuid().toString())
        .setControllerListenerName("CONTROLLER")
        .setMetadataLogDirectory(data.toString())
        .addDirectory(data.toString())
        .setIgnoreFormatted(true)
        .run();
  }
}
