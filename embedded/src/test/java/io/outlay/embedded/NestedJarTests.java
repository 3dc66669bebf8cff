package io.outlay.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NestedJarTests {
  @TempDir Path folder;

  @Test
  void knowsWhereItIsFromItsClassesLocation() {
    String location =
        "jar:nested:/opt/my%20apps/outlay.jar/!BOOT-INF/lib/outlay-embedded-0.1.0.jar!/";

    assertThat(NestedJar.at(location))
        .isEqualTo(
            new NestedJar(
                Path.of("/opt/my apps/outlay.jar"), "BOOT-INF/lib/", "outlay-embedded-0.1.0.jar"));
    assertThat(NestedJar.isAt("file:/project/embedded/target/classes/")).isFalse();
  }

  @Test
  void tellsNamesFromVersions() {
    assertThat(
            List.of(
                "kafka_2.13-4.2.1.jar", "zstd-jni-1.5.7-7.jar", "jackson-datatype-jdk8-2.21.4.jar"))
        .map(NestedJar::nameOf)
        .containsExactly("kafka_2.13", "zstd-jni", "jackson-datatype-jdk8");
  }

  @Test
  void unpacksOnlyWhatTheBrokerNeedsWhateverItsVersion() throws IOException {
    Path outer = folder.resolve("outlay.jar");
    write(
        outer,
        "BOOT-INF/lib/own-1.jar",
        "BOOT-INF/lib/kafka-clients-9.9.9.jar",
        "BOOT-INF/lib/spring-core-7.0.0.jar");
    NestedJar nested = new NestedJar(outer, "BOOT-INF/lib/", "own-1.jar");

    String classPath = nested.unpackTo(folder.resolve("software"));

    assertThat(classPath.split(":"))
        .allSatisfy(entry -> assertThat(Path.of(entry)).exists())
        .extracting(entry -> Path.of(entry).getFileName().toString())
        .containsExactly("kafka-clients-9.9.9.jar", "own-1.jar");
    assertThat(nested.unpackTo(folder.resolve("software"))).isEqualTo(classPath);
  }

  private static void write(Path jar, String... names) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(file)) {
      for (String name : names) {
        entries.putNextEntry(new ZipEntry(name));
        entries.write(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      }
    }
  }
}
