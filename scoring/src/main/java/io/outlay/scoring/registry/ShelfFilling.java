package io.outlay.scoring.registry;

import io.micrometer.core.instrument.MeterRegistry;
import io.outlay.domain.error.BadRequest;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.ModelRole;
import io.outlay.domain.risk.ModelState;
import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.risk.RiskModel;
import io.outlay.domain.risk.RiskModels;
import io.outlay.domain.risk.ServingModels;
import io.outlay.scoring.feature.FeatureReader;
import io.outlay.scoring.feature.FeatureSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Reads which models are at work and loads those that are not at hand. A champion that cannot be
 * loaded leaves the place to the one before it, the same on every process.
 */
final class ShelfFilling {

  private static final Logger LOG = LoggerFactory.getLogger(ShelfFilling.class);

  private final RiskModels registry;
  private final FeatureReader features;
  private final Scheduler scheduler;
  private final MeterRegistry meters;

  ShelfFilling(
      RiskModels registry, FeatureReader features, Scheduler scheduler, MeterRegistry meters) {
    this.registry = registry;
    this.features = features;
    this.scheduler = scheduler;
    this.meters = meters;
  }

  /**
   * What is to stand on the shelf.
   *
   * @param before what stands there; null for nothing
   */
  Mono<Shelved> fill(
      OrganizationId organization, RiskKind kind, int generation, @Nullable Shelved before) {
    return Mono.zip(registry.serving(organization, kind), features.features(organization, kind))
        .flatMap(
            read ->
                new Round(generation, before, read.getT1(), read.getT2(), new ArrayList<>()).run());
  }

  /** One reading of the registry with what it came upon. */
  private final class Round {

    private final int generation;
    private final @Nullable Shelved before;
    private final ServingModels serving;
    private final FeatureSet known;
    private final List<ModelProblem> problems;

    private Round(
        int generation,
        @Nullable Shelved before,
        ServingModels serving,
        FeatureSet known,
        List<ModelProblem> problems) {
      this.generation = generation;
      this.before = before;
      this.serving = serving;
      this.known = known;
      this.problems = problems;
    }

    private Mono<Shelved> run() {
      return Flux.fromIterable(serving.models())
          .filter(model -> model.state() == ModelState.CHAMPION)
          .concatMap(this::firstLoadable, 1)
          .singleOrEmpty()
          .switchIfEmpty(Mono.defer(() -> Mono.justOrEmpty(formerChampion())))
          .flatMap(champion -> others().map(others -> new ServedModels(champion, others)))
          .map(Optional::of)
          .defaultIfEmpty(Optional.empty())
          .map(served -> new Shelved(generation, serving.version(), served, problems));
    }

    /** The champion, or the nearest of those whose place it took. */
    private Mono<ServedModel> firstLoadable(RiskModel model) {
      return loaded(model).switchIfEmpty(Mono.defer(() -> formerOf(model)));
    }

    private Mono<ServedModel> formerOf(RiskModel model) {
      Long former = model.formerId();
      return former == null || hasFailed(former)
          ? Mono.empty()
          : registry
              .byIds(model.organization(), Set.of(former))
              .singleOrEmpty()
              .flatMap(this::firstLoadable);
    }

    private boolean hasFailed(long id) {
      return problems.stream().anyMatch(problem -> problem.modelId() == id);
    }

    /** At hand since before, where there is a champion but none of the registry can be loaded. */
    private Optional<ServedModel> formerChampion() {
      return before == null || serving.models().isEmpty()
          ? Optional.empty()
          : before.served().map(ServedModels::champion);
    }

    private Mono<List<ServedModels.Other>> others() {
      return Flux.fromIterable(serving.models())
          .filter(model -> model.state() != ModelState.CHAMPION)
          .concatMap(model -> loaded(model).map(served -> other(model, served)), 1)
          .collectList();
    }

    private static ServedModels.Other other(RiskModel model, ServedModel served) {
      ModelRole role =
          model.state() == ModelState.CHALLENGER ? ModelRole.CHALLENGER : ModelRole.SHADOW;
      return new ServedModels.Other(served, role, model.share(), model.experimentId());
    }

    /** The model, at hand or loaded; empty with a problem noted where it cannot be. */
    private Mono<ServedModel> loaded(RiskModel model) {
      return Mono.justOrEmpty(Optional.ofNullable(before).flatMap(b -> b.model(model.id())))
          .filter(atHand -> known.definitions().containsAll(atHand.features().definitions()))
          .switchIfEmpty(Mono.defer(() -> load(model)))
          .onErrorResume(BadRequest.class, problem -> refused(model, problem));
    }

    private Mono<ServedModel> load(RiskModel model) {
      return registry
          .load(model.organization(), model.id())
          .flatMap(
              stored ->
                  Mono.fromCallable(() -> ModelLoader.load(stored, known)).subscribeOn(scheduler))
          .doOnNext(loaded -> count(model, "loaded"));
    }

    private Mono<ServedModel> refused(RiskModel model, BadRequest problem) {
      problems.add(
          new ModelProblem(
              model.organization(),
              model.kind(),
              model.id(),
              model.number(),
              problem.getMessage()));
      LOG.error(
          "model {} of {} of organization {} cannot be loaded, the former goes on: {}",
          model.number(),
          model.kind(),
          model.organization(),
          problem.getMessage());
      count(model, "refused");
      return Mono.empty();
    }

    private void count(RiskModel model, String outcome) {
      meters
          .counter("outlay.model.loads", "kind", model.kind().name(), "outcome", outcome)
          .increment();
    }
  }
}
