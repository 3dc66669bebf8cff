package io.outlay.embedded;

import io.outlay.embedded.kafka.KafkaMain;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of the broker's JVM: this program's Java, another main class, tuned to start
 * fast and stay small.
 */
record KafkaCommand(Path folder, String classPath) {

  List<String> line() {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // First, because the system shows only the beginning of a long command line, and orphans are
    // known by their folder.
    line.add("-Doutlay.kafka=" + folder);
    line.addAll(
        List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dfile.encoding=UTF-8",
            "-Djava.awt.headless=true",
            "-Dlogback.configurationFile=io/outlay/embedded/kafka/logback-kafka.xml"));
    if (KafkaClassPath.canBeArchived(classPath)) {
      // The JVM writes its loaded classes here when it first ends, and again when they have
      // changed: later starts take half.
      line.addAll(
          List.of(
              "-XX:+AutoCreateSharedArchive",
              "-XX:SharedArchiveFile=" + folder.resolve("classes.jsa")));
    }
    line.addAll(List.of("-cp", classPath, KafkaMain.class.getName(), folder.toString()));
    return line;
  }
}
