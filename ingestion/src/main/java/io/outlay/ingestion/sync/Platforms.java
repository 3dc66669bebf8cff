package io.outlay.ingestion.sync;

import io.outlay.ingestion.platform.AdPlatform;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The ad platforms this program can talk to, by the key of their channel. */
public final class Platforms {

  private final Map<String, AdPlatform> byKey = new TreeMap<>();

  /**
   * @throws IllegalArgumentException when two platforms have one key
   */
  public Platforms(Collection<? extends AdPlatform> platforms) {
    for (AdPlatform platform : platforms) {
      if (byKey.put(platform.channelKey(), platform) != null) {
        throw new IllegalArgumentException("two platforms are called " + platform.channelKey());
      }
    }
  }

  /** The platform of a channel; empty where a channel has none. */
  public Optional<AdPlatform> of(String channelKey) {
    return Optional.ofNullable(byKey.get(channelKey));
  }

  /** All of them, by key. */
  public Collection<AdPlatform> all() {
    return byKey.values();
  }
}
