package io.outlay.scoring.outcome;

import io.outlay.domain.error.BadRequest;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.risk.RiskSettingsStore;
import io.outlay.domain.userevent.EventHistory;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Outcomes from the history of events. */
public final class HistoryOutcomes implements Outcomes {

  private static final int MOST = 10_000;
  private static final int USERS_PER_PAGE = 200;

  private final EventHistory history;
  private final RiskSettingsStore settings;
  private final Scheduler scheduler;

  /**
   * Reads through these.
   *
   * @param scheduler where events are looked at, away from event loops
   */
  public HistoryOutcomes(EventHistory history, RiskSettingsStore settings, Scheduler scheduler) {
    this.history = history;
    this.settings = settings;
    this.scheduler = scheduler;
  }

  @Override
  public Mono<List<KnownOutcome>> of(
      OrganizationId organization, RiskKind kind, List<Sample> samples, Instant knownBy) {
    if (samples.size() > MOST) {
      return Mono.error(BadRequest.of("samples", samples.size(), "at most " + MOST));
    }
    KnownOutcome[] outcomes = new KnownOutcome[samples.size()];
    Arrays.fill(outcomes, KnownOutcome.NOT_ASKED); // of users nothing is known of
    return settings
        .of(organization)
        .flatMapMany(
            chosen ->
                Flux.fromIterable(byUser(samples).entrySet())
                    .buffer(USERS_PER_PAGE)
                    .concatMap(
                        page ->
                            find(
                                organization,
                                new OutcomesOfPage(kind, chosen, knownBy, samples, outcomes),
                                page),
                        1))
        .then(Mono.fromSupplier(() -> List.of(outcomes)));
  }

  private static SortedMap<Long, List<Integer>> byUser(List<Sample> samples) {
    return IntStream.range(0, samples.size())
        .boxed()
        .collect(
            Collectors.groupingBy(
                place -> samples.get(place).userId(), TreeMap::new, Collectors.toList()));
  }

  private Mono<Void> find(
      OrganizationId organization,
      OutcomesOfPage found,
      List<Map.Entry<Long, List<Integer>>> page) {
    Map<Long, List<Integer>> places =
        page.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return history
        .events(organization, places.keySet(), found.knownBy())
        .publishOn(scheduler)
        .doOnNext(event -> found.add(event, places))
        .doOnComplete(found::end)
        .then();
  }
}
