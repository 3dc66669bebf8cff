package io.outlay.embedded;

import io.outlay.embedded.kafka.KafkaMain;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of the broker's JVM: this program's Java and class path, another main class. */
record KafkaCommand(Path folder, Path log) {

  List<String> line() {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(
        List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "-Dfile.encoding=UTF-8",
            "-Djava.awt.headless=true",
            "-Dlogback.configurationFile=io/outlay/embedded/kafka/logback-kafka.xml"));
    line.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            KafkaMain.class.getName(),
            folder.toString()));
    return line;
  }
}
