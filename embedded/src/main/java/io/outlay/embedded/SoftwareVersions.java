package io.outlay.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** Versions of the packed programs, written by the build. */
final class SoftwareVersions {
  private static final Properties VERSIONS = load();

  private SoftwareVersions() {}

  static String postgresql() {
    return VERSIONS.getProperty("postgresql");
  }

  static String redis() {
    return VERSIONS.getProperty("redis");
  }

  private static Properties load() {
    Properties versions = new Properties();
    try (InputStream content =
        Platform.resource("io/outlay/embedded/versions.properties", "version list")) {
      versions.load(content);
    } catch (IOException e) {
      throw new IllegalStateException("cannot read versions.properties", e);
    }
    return versions;
  }
}
