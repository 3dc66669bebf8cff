package io.outlay.embedded;

import io.outlay.embedded.kafka.KafkaMain;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Where the broker's JVM finds its classes: where this program has them. A JVM cannot look into
 * jars nested in an executable jar, so from there the ones it needs are unpacked once.
 */
final class KafkaClassPath {

  private KafkaClassPath() {}

  /** The class path as a command line takes it. */
  static String find(Path software) throws IOException {
    String location =
        KafkaMain.class.getProtectionDomain().getCodeSource().getLocation().toString();
    return NestedJar.isAt(location)
        ? NestedJar.at(location).unpackTo(software)
        : absolute(System.getProperty("java.class.path"));
  }

  /** The broker works in another folder, from which relative entries lead nowhere. */
  private static String absolute(String classPath) {
    return Arrays.stream(classPath.split(File.pathSeparator, -1))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Whether it consists of jars only: the JVM archives no classes from folders. */
  static boolean canBeArchived(String classPath) {
    return Arrays.stream(classPath.split(File.pathSeparator))
        .noneMatch(entry -> Files.isDirectory(Path.of(entry)));
  }
}
