package io.outlay.ingestion.platform.meta;

import java.time.Duration;

/**
 * Where Meta is and how patiently its asynchronous runs are looked at.
 *
 * @param baseUrl without version and without a slash at the end
 * @param firstLook wait before the first look at a run; doubles up to {@code longestLook}
 * @param patience how long a run may take
 */
public record MetaSettings(
    String baseUrl, Duration firstLook, Duration longestLook, Duration patience) {

  /** The real platform. */
  public static final String BASE_URL = "https://graph.facebook.com";

  /** At this address, with looks after 2 to 60 seconds for half an hour. */
  public static MetaSettings at(String baseUrl) {
    return new MetaSettings(
        baseUrl, Duration.ofSeconds(2), Duration.ofMinutes(1), Duration.ofMinutes(30));
  }
}
