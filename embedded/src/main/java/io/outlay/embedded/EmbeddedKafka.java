package io.outlay.embedded;

import io.outlay.embedded.kafka.KafkaMain;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;

/** One Kafka broker, which is its own controller, in a JVM of its own. */
public final class EmbeddedKafka extends EmbeddedService {
  private final int controllerPort = freePort();
  private final Path ready = folder().resolve(KafkaMain.READY_FILE);

  EmbeddedKafka(EmbeddedOptions options) {
    super(ServiceKind.KAFKA, options, "TERM");
  }

  /** Address for {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return host() + ":" + port();
  }

  @Override
  List<String> prepare() throws IOException {
    Files.deleteIfExists(ready);
    Path settings = folder().resolve(KafkaMain.SETTINGS_FILE);
    Properties properties =
        KafkaSettings.of(host(), port(), controllerPort, folder().resolve("data"), isDurable());
    try (Writer file = Files.newBufferedWriter(settings)) {
      properties.store(file, "Written anew at each start.");
    }
    return new KafkaCommand(folder(), KafkaClassPath.find(software())).line();
  }

  @Override
  void unpack() throws IOException {
    KafkaClassPath.find(software());
  }

  @Override
  boolean isReady() {
    return Files.exists(ready);
  }

  @Override
  Duration startLimit() {
    return Duration.ofMinutes(3);
  }
}
