package io.outlay.scoring.registry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.outlay.domain.error.Unavailable;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.ModelAnnouncements;
import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.risk.RiskModels;
import io.outlay.scoring.feature.FeatureReader;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Models in memory, as many as there is room for. An announced change is loaded at once beside the
 * former models, which serve until it is there; nobody waits but those who come first. While
 * announcements may be missed, the registry is asked each time; while it cannot answer, the models
 * at hand go on. Native memory of a replaced model is freed when its last holder is done.
 */
public final class LoadedModelShelf
    implements ModelShelf, ModelAnnouncements.Listener, AutoCloseable {

  private record Place(OrganizationId organization, RiskKind kind) {}

  private static final Logger LOG = LoggerFactory.getLogger(LoadedModelShelf.class);
  private static final int ANNOUNCED_PLACES = 30_000;
  private static final Duration QUESTION = Duration.ofSeconds(1);

  private final RiskModels registry;
  private final ModelAnnouncements announcements;
  private final ShelfFilling filling;
  private final Cache<Place, Shelved> shelf;
  private final Cache<Place, Long> announced =
      Caffeine.newBuilder().maximumSize(ANNOUNCED_PLACES).build();

  /** Loads at work: whoever wants the same waits for the same. */
  private final ConcurrentMap<Place, Mono<Shelved>> flights = new ConcurrentHashMap<>();

  /** Grows when announcements may have been missed. */
  private final AtomicInteger generation = new AtomicInteger();

  private final Disposable listening;

  /**
   * Hears of changes from now on, until it is closed.
   *
   * @param scheduler a bounded one that may block; models are loaded on it
   * @param mostModels about so many loaded models at most; beyond, those longest unused go
   */
  public LoadedModelShelf(
      RiskModels registry,
      FeatureReader features,
      ModelAnnouncements announcements,
      Scheduler scheduler,
      MeterRegistry meters,
      int mostModels) {
    this.registry = registry;
    this.announcements = announcements;
    this.filling = new ShelfFilling(registry, features, scheduler, meters);
    this.shelf =
        Caffeine.newBuilder()
            .maximumWeight(mostModels)
            .<Place, Shelved>weigher((place, shelved) -> Math.max(1, shelved.modelCount()))
            .build();
    meters.gauge("outlay.model.loaded", this, LoadedModelShelf::loadedModels);
    meters.gauge("outlay.model.problems", this, here -> here.problems().size());
    this.listening = announcements.listen(this);
  }

  @Override
  public Mono<ServedModels> of(OrganizationId organization, RiskKind kind) {
    return Mono.defer(() -> serve(new Place(organization, kind)))
        .flatMap(shelved -> Mono.justOrEmpty(shelved.served()));
  }

  /** Models that should serve and cannot be loaded on this process. */
  public List<ModelProblem> problems() {
    return shelf.asMap().values().stream().flatMap(known -> known.problems().stream()).toList();
  }

  @Override
  public void changed(OrganizationId organization, RiskKind kind, long version) {
    Place place = new Place(organization, kind);
    announced.asMap().merge(place, version, Math::max);
    Shelved known = shelf.getIfPresent(place);
    if (known != null && known.version() < version) {
      inBackground(place);
    }
  }

  @Override
  public void resumed() {
    announced.invalidateAll();
    generation.incrementAndGet();
    Flux.fromIterable(List.copyOf(shelf.asMap().keySet()))
        .concatMap(place -> ask(place).onErrorResume(error -> notAsked(place, error)), 1)
        .subscribe();
  }

  /** What is asked for next looks again: its generation is an old one. */
  private static Mono<Shelved> notAsked(Place place, Throwable error) {
    LOG.warn("{} could not be looked for again: {}", place, error.toString());
    return Mono.empty();
  }

  @Override
  public void close() {
    listening.dispose();
  }

  private Mono<Shelved> serve(Place place) {
    Shelved known = shelf.getIfPresent(place);
    if (known == null) {
      return load(place);
    }
    if (!announcements.isCurrent()) {
      return ask(place).onErrorResume(error -> Mono.just(known));
    }
    if (!isDoubtful(place, known)) {
      return Mono.just(known);
    }
    if (known.served().isEmpty()) {
      return load(place).onErrorResume(error -> Mono.just(known));
    }
    inBackground(place);
    return Mono.just(known);
  }

  private boolean isDoubtful(Place place, Shelved known) {
    Long heard = announced.getIfPresent(place);
    return known.generation() != generation.get() || (heard != null && heard > known.version());
  }

  /** What is at work now by the registry itself, loaded where it is not at hand. */
  private Mono<Shelved> ask(Place place) {
    int asked = generation.get();
    return registry
        .version(place.organization(), place.kind())
        .timeout(QUESTION)
        .flatMap(version -> confirm(place, version, asked).switchIfEmpty(load(place)));
  }

  private Mono<Shelved> confirm(Place place, long version, int asked) {
    return Mono.fromSupplier(
            () ->
                shelf
                    .asMap()
                    .computeIfPresent(
                        place,
                        (same, known) ->
                            known.version() == version && known.generation() != asked
                                ? known.confirmed(asked)
                                : known))
        .filter(known -> known.version() == version);
  }

  private void inBackground(Place place) {
    load(place)
        .subscribe(
            loaded -> {},
            error ->
                LOG.warn(
                    "models of {} of organization {} could not be read, the former go on: {}",
                    place.kind(),
                    place.organization(),
                    error.toString()));
  }

  /** One load at a time; whoever gives up does not end it for others. */
  private Mono<Shelved> load(Place place) {
    return Mono.defer(() -> flights.computeIfAbsent(place, this::flight));
  }

  private Mono<Shelved> flight(Place place) {
    return Mono.defer(() -> filled(place, shelf.getIfPresent(place)))
        .doOnNext(loaded -> shelf.put(place, loaded))
        .onErrorMap(
            RejectedExecutionException.class,
            full -> new Unavailable("Too many models are being loaded; try again soon."))
        .doFinally(end -> flights.remove(place))
        .cache();
  }

  /** Read again where another change was announced meanwhile. */
  private Mono<Shelved> filled(Place place, @Nullable Shelved before) {
    int begun = generation.get();
    return filling
        .fill(place.organization(), place.kind(), begun, before)
        .flatMap(
            loaded -> {
              Long heard = announced.getIfPresent(place);
              return heard != null && heard > loaded.version()
                  ? Mono.defer(() -> filled(place, loaded))
                  : Mono.just(loaded);
            });
  }

  /** Models in memory. */
  int loadedModels() {
    return shelf.asMap().values().stream().mapToInt(Shelved::modelCount).sum();
  }
}
