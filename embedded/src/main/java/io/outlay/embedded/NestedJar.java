package io.outlay.embedded;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/**
 * This module's jar within Spring Boot's executable jar.
 *
 * @param outer the executable jar
 * @param folder where the nested jars are in it, for example {@code BOOT-INF/lib/}
 * @param own name of this module's jar there
 */
record NestedJar(Path outer, String folder, String own) {
  /**
   * As Spring Boot's loader writes locations: {@code jar:nested:/app.jar/!BOOT-INF/lib/a.jar!/}.
   */
  private static final Pattern LOCATION =
      Pattern.compile("jar:nested:(.+)/!(.+/)([^/]+\\.jar)!/.*");

  /** Written by the build: file names of the jars that the broker needs. */
  private static final String NEEDED = "io/outlay/embedded/kafka/class-path.txt";

  private static final Pattern VERSION = Pattern.compile("-\\d[^-]*(-\\d+)?\\.jar$");

  static boolean isAt(String location) {
    return LOCATION.matcher(location).matches();
  }

  static NestedJar at(String location) {
    Matcher parts = LOCATION.matcher(location);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not a nested jar: " + location);
    }
    String outer = URLDecoder.decode(parts.group(1).replace("+", "%2B"), StandardCharsets.UTF_8);
    return new NestedJar(Path.of(outer), parts.group(2), parts.group(3));
  }

  /** Unpacks the needed jars, if these very ones are not there yet, and gives their class path. */
  String unpackTo(Path software) throws IOException {
    Set<String> needed = needed();
    needed.add(nameOf(own));
    try (JarFile jar = new JarFile(outer.toFile())) {
      List<ZipEntry> entries =
          jar.stream()
              .filter(
                  entry ->
                      entry.getName().startsWith(folder)
                          && needed.contains(nameOf(fileName(entry))))
              .map(ZipEntry.class::cast)
              .sorted(Comparator.comparing(ZipEntry::getName))
              .toList();
      Path unpacked =
          Unpacked.once(
              software.resolve("kafka-" + fingerprint(entries)),
              into -> unpack(jar, entries, into));
      return entries.stream()
          .map(entry -> unpacked.resolve(fileName(entry)).toString())
          .collect(Collectors.joining(File.pathSeparator));
    }
  }

  private static Set<String> needed() throws IOException {
    try (InputStream list = Platform.resource(NEEDED, "Kafka")) {
      String content = new String(list.readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(content.strip().split("[:;]"))
          .map(path -> nameOf(path.substring(path.lastIndexOf('/') + 1)))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** Without its version, which the executable jar's dependencies may have raised. */
  static String nameOf(String fileName) {
    return VERSION.matcher(fileName).replaceFirst("");
  }

  private static String fileName(ZipEntry entry) {
    return entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
  }

  private static String fingerprint(List<ZipEntry> entries) {
    CRC32 checksum = new CRC32();
    entries.forEach(
        entry ->
            checksum.update((entry.getName() + entry.getCrc()).getBytes(StandardCharsets.UTF_8)));
    return Long.toHexString(checksum.getValue());
  }

  private static void unpack(JarFile jar, List<ZipEntry> entries, Path into) throws IOException {
    for (ZipEntry entry : entries) {
      try (InputStream content = jar.getInputStream(entry)) {
        Files.copy(content, into.resolve(fileName(entry)));
      }
    }
  }
}
