package io.outlay.domain.version.postgres;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.version.DataVersion;
import io.outlay.domain.version.DataVersionRaised;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** The latest known version of each organization, and those who want to hear of newer ones. */
final class VersionBoard {

  private static final int REMEMBERED_ORGANIZATIONS = 10_000;

  private final Cache<OrganizationId, DataVersion> latest =
      Caffeine.newBuilder().maximumSize(REMEMBERED_ORGANIZATIONS).build();

  /** An entry lives as long as it has subscribers. */
  private final ConcurrentMap<OrganizationId, Channel> channels = new ConcurrentHashMap<>();

  /** Grows each time everything is forgotten. */
  private final AtomicInteger generation = new AtomicInteger();

  /** What was asked for in one generation says nothing in the next. */
  int generation() {
    return generation.get();
  }

  /** The version, as far as it is known. */
  @Nullable DataVersion latest(OrganizationId organization) {
    return latest.getIfPresent(organization);
  }

  /** Writes a version up unless a newer one is known, and tells subscribers of a new one. */
  void post(DataVersionRaised raised) {
    latest.asMap().merge(raised.organization(), raised.version(), VersionBoard::later);
    Channel channel = channels.get(raised.organization());
    if (channel != null) {
      channel.tell(raised.version());
    }
  }

  /** Forgets all versions: others may have been raised, or the database may be another one. */
  void forget() {
    generation.incrementAndGet();
    latest.invalidateAll();
  }

  /** Organizations that someone listens for. */
  Set<OrganizationId> listenedFor() {
    return Set.copyOf(channels.keySet());
  }

  /** What is posted from now on; a slow subscriber finds the latest only. */
  Flux<DataVersion> changes(OrganizationId organization) {
    return Flux.using(
            () -> join(organization),
            channel -> channel.sink.asFlux().onBackpressureLatest(),
            channel -> leave(organization))
        .distinctUntilChanged();
  }

  private Channel join(OrganizationId organization) {
    return channels.compute(
        organization, (id, open) -> (open == null ? new Channel(0, sink()) : open).with(1));
  }

  private void leave(OrganizationId organization) {
    channels.computeIfPresent(
        organization, (id, open) -> open.subscribers == 1 ? null : open.with(-1));
  }

  private static DataVersion later(DataVersion one, DataVersion other) {
    return other.committedAt().isAfter(one.committedAt()) ? other : one;
  }

  private static Sinks.Many<DataVersion> sink() {
    return Sinks.many().multicast().directBestEffort();
  }

  private record Channel(int subscribers, Sinks.Many<DataVersion> sink) {

    Channel with(int more) {
      return new Channel(subscribers + more, sink);
    }

    void tell(DataVersion version) {
      synchronized (sink) {
        sink.tryEmitNext(version); // nobody there is no failure
      }
    }
  }
}
