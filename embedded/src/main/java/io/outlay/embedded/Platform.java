package io.outlay.embedded;

import java.io.InputStream;
import java.util.Locale;

/**
 * Names of the programs built for one operating system and processor.
 *
 * @param postgresArchive class path resource with the PostgreSQL programs
 * @param redisServer class path resource that is the Redis server
 */
record Platform(String postgresArchive, String redisServer) {

  /** The machine this runs on. */
  static Platform here() {
    return of(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  static Platform of(String system, String processor) {
    boolean isArm = processor.equals("aarch64") || processor.equals("arm64");
    String name = system.toLowerCase(Locale.ROOT);
    if (name.contains("linux")) {
      return isArm
          ? new Platform("postgres-linux-arm_64.txz", "redis-server-6.2.7-linux-arm64")
          : new Platform("postgres-linux-x86_64.txz", "redis-server-6.2.6-v5-linux-amd64");
    }
    if (name.contains("mac")) {
      return isArm
          ? new Platform("postgres-darwin-arm_64.txz", "redis-server-6.2.6-v5-darwin-arm64")
          : new Platform("postgres-darwin-x86_64.txz", "redis-server-6.2.6-v5-darwin-amd64");
    }
    throw new EmbeddedServiceException(
        "There are no embedded services for %s: set spring.r2dbc.url, spring.data.redis.url and spring.kafka.bootstrap-servers to external ones."
            .formatted(system));
  }

  /** Opens a resource from the root of the class path. */
  static InputStream resource(String name, String title) {
    InputStream content = Platform.class.getResourceAsStream("/" + name);
    if (content == null) {
      throw new EmbeddedServiceException(
          "The embedded %s for this machine (%s) is not in this build.".formatted(title, name));
    }
    return content;
  }
}
