package io.outlay.api.performance;

import io.outlay.domain.account.AdAccount;
import io.outlay.domain.account.AdAccounts;
import io.outlay.domain.channel.Channel;
import io.outlay.domain.channel.Channels;
import io.outlay.domain.organization.Viewer;
import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.PerformanceFilter;
import io.outlay.domain.version.DataVersion;
import io.outlay.domain.version.DataVersions;
import io.outlay.domain.version.VersionChange;
import io.outlay.domain.version.VersionChanges;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells committed changes of data as far as the caller may see them. */
@Controller
class PerformanceChangedController {

  private final DataVersions versions;
  private final VersionChanges changes;
  private final Channels channels;
  private final AdAccounts adAccounts;

  PerformanceChangedController(
      DataVersions versions, VersionChanges changes, Channels channels, AdAccounts adAccounts) {
    this.versions = versions;
    this.changes = changes;
    this.channels = channels;
    this.adAccounts = adAccounts;
  }

  /** Listens before it looks where to begin, so that nothing falls between the two. */
  @SubscriptionMapping
  Flux<PerformanceChanged> performanceChanged(
      @Argument @Nullable PerformanceFilterInput filter, @ContextValue Viewer viewer) {
    PerformanceFilter wanted = PerformanceFilterInput.toFilter(filter);
    return versions
        .current(viewer.organization())
        .map(DataVersion::number)
        .map(AtomicLong::new)
        .flatMapMany(
            told ->
                Flux.merge(
                        versions.changes(viewer.organization()),
                        versions.current(viewer.organization()))
                    .concatMap(version -> since(viewer, told, version), 1))
        .concatMap(change -> toEvent(viewer, wanted, change), 1);
  }

  private Flux<VersionChange> since(Viewer viewer, AtomicLong told, DataVersion version) {
    return changes
        .between(viewer.organization(), told.get(), version.number())
        .doOnNext(change -> told.accumulateAndGet(change.version().number(), Math::max));
  }

  private Mono<PerformanceChanged> toEvent(
      Viewer viewer, PerformanceFilter filter, VersionChange change) {
    return visible(viewer, filter)
        .flatMap(
            seen -> {
              List<Channel> touched =
                  change.channelKeys().stream().filter(seen::containsKey).map(seen::get).toList();
              return change.channelKeys().isEmpty() || !touched.isEmpty()
                  ? Mono.just(PerformanceChanged.of(change, touched))
                  : Mono.empty();
            });
  }

  private Mono<Map<String, Channel>> visible(Viewer viewer, PerformanceFilter filter) {
    return Mono.zip(
            channels.all(viewer.organization(), viewer.scope()),
            channelsOfAccounts(viewer, filter.adAccountIds()))
        .map(
            found ->
                found.getT1().stream()
                    .filter(
                        channel ->
                            filter.channelKeys().isEmpty()
                                || filter.channelKeys().contains(channel.key()))
                    .filter(
                        channel ->
                            filter.adAccountIds().isEmpty() || found.getT2().contains(channel.id()))
                    .collect(Collectors.toMap(Channel::key, channel -> channel)));
  }

  private Mono<Set<Long>> channelsOfAccounts(Viewer viewer, Set<Long> accounts) {
    return accounts.isEmpty()
        ? Mono.just(Set.of())
        : adAccounts
            .byIds(viewer.organization(), viewer.scope(), accounts)
            .map(
                found ->
                    found.values().stream().map(AdAccount::channelId).collect(Collectors.toSet()));
  }

  /** A committed change. */
  record PerformanceChanged(
      long dataVersion, Instant occurredAt, @Nullable DateRange days, List<Channel> channels) {

    static PerformanceChanged of(VersionChange change, List<Channel> channels) {
      @Nullable DateRange days =
          change.firstDay() == null || change.lastDay() == null
              ? null
              : new DateRange(change.firstDay(), change.lastDay());
      return new PerformanceChanged(
          change.version().number(), change.version().committedAt(), days, channels);
    }
  }
}
