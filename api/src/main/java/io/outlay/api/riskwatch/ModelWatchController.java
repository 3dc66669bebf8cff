package io.outlay.api.riskwatch;

import io.outlay.domain.job.Job;
import io.outlay.domain.job.Jobs;
import io.outlay.domain.organization.Viewer;
import io.outlay.domain.risk.DriftReport;
import io.outlay.domain.risk.Experiment;
import io.outlay.domain.risk.ModelExperiments;
import io.outlay.domain.risk.ModelFlag;
import io.outlay.domain.risk.ModelFlags;
import io.outlay.domain.risk.ModelPerformance;
import io.outlay.domain.risk.ModelReports;
import io.outlay.domain.risk.Retraining;
import io.outlay.domain.risk.Retrainings;
import io.outlay.domain.risk.RiskModel;
import io.outlay.domain.risk.RiskModels;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** What was found of models. Whoever sees a model sees it: the models' own field asks for more. */
@Controller
class ModelWatchController {

  private static final String MODEL = "RiskModel";
  private static final String RETRAINING = "RiskModelRetraining";
  private static final int REPORTS = 10;
  private static final int PERIODS = 30;
  private static final int FLAGS = 100;
  private static final int TRAININGS = 20;

  private final ModelReports reports;
  private final ModelFlags flags;
  private final Retrainings retrainings;
  private final ModelExperiments experiments;
  private final RiskModels models;
  private final Jobs jobs;

  ModelWatchController(
      ModelReports reports,
      ModelFlags flags,
      Retrainings retrainings,
      ModelExperiments experiments,
      RiskModels models,
      Jobs jobs) {
    this.reports = reports;
    this.flags = flags;
    this.retrainings = retrainings;
    this.experiments = experiments;
    this.models = models;
    this.jobs = jobs;
  }

  @BatchMapping(typeName = MODEL)
  Mono<Map<RiskModel, Collection<DriftView>>> drift(
      List<RiskModel> asked, @ContextValue Viewer viewer) {
    return reports
        .drift(viewer.organization(), ids(asked), REPORTS)
        .collectMultimap(DriftReport::modelId, DriftView::of)
        .map(found -> byModel(asked, found));
  }

  @BatchMapping(typeName = MODEL)
  Mono<Map<RiskModel, Collection<FiguresView.Performance>>> performance(
      List<RiskModel> asked, @ContextValue Viewer viewer) {
    return reports
        .performance(viewer.organization(), ids(asked), PERIODS)
        .collectMultimap(ModelPerformance::modelId, FiguresView.Performance::of)
        .map(found -> byModel(asked, found));
  }

  @BatchMapping(typeName = MODEL)
  Mono<Map<RiskModel, FiguresView.Performance>> estimatedPerformance(
      List<RiskModel> asked, @ContextValue Viewer viewer) {
    return reports
        .performance(viewer.organization(), ids(asked), 1)
        .collectMap(ModelPerformance::modelId, FiguresView.Performance::of)
        .map(found -> whereKnown(asked, found));
  }

  @BatchMapping(typeName = MODEL)
  Mono<Map<RiskModel, FiguresView.Performance>> realisedPerformance(
      List<RiskModel> asked, @ContextValue Viewer viewer) {
    return reports
        .realised(viewer.organization(), ids(asked))
        .collectMap(ModelPerformance::modelId, FiguresView.Performance::of)
        .map(found -> whereKnown(asked, found));
  }

  @BatchMapping(typeName = MODEL)
  Mono<Map<RiskModel, Collection<ModelFlag>>> flags(
      List<RiskModel> asked, @ContextValue Viewer viewer) {
    return flags
        .of(viewer.organization(), ids(asked), FLAGS)
        .collectMultimap(ModelFlag::modelId)
        .map(found -> byModel(asked, found));
  }

  @BatchMapping(typeName = MODEL)
  Mono<Map<RiskModel, Collection<Retraining>>> retrainings(
      List<RiskModel> asked, @ContextValue Viewer viewer) {
    return retrainings
        .ofChampions(viewer.organization(), ids(asked), TRAININGS)
        .collectMultimap(Retraining::championId)
        .map(found -> byModel(asked, found));
  }

  @BatchMapping(typeName = MODEL)
  Mono<Map<RiskModel, Collection<Experiment>>> experiments(
      List<RiskModel> asked, @ContextValue Viewer viewer) {
    return experiments
        .ofModels(viewer.organization(), ids(asked), TRAININGS)
        .collectMultimap(Experiment::modelId)
        .map(found -> byModel(asked, found));
  }

  @BatchMapping(typeName = RETRAINING)
  Mono<Map<Retraining, Job>> job(List<Retraining> asked, @ContextValue Viewer viewer) {
    return jobs.byIds(
            viewer.organization(),
            viewer.scope(),
            asked.stream().map(Retraining::jobId).collect(Collectors.toSet()))
        .collectMap(Job::id)
        .map(found -> whereKnown(asked, one -> found.get(one.jobId())));
  }

  @BatchMapping(typeName = RETRAINING)
  Mono<Map<Retraining, RiskModel>> candidate(List<Retraining> asked, @ContextValue Viewer viewer) {
    Set<Long> ids = new HashSet<>();
    asked.stream().map(Retraining::candidateId).filter(Objects::nonNull).forEach(ids::add);
    return models
        .byIds(viewer.organization(), ids)
        .collectMap(RiskModel::id)
        .map(
            found ->
                whereKnown(
                    asked, one -> one.candidateId() == null ? null : found.get(one.candidateId())));
  }

  private static Set<Long> ids(List<RiskModel> asked) {
    return asked.stream().map(RiskModel::id).collect(Collectors.toSet());
  }

  private static <T> Map<RiskModel, Collection<T>> byModel(
      List<RiskModel> asked, Map<Long, Collection<T>> found) {
    Map<RiskModel, Collection<T>> byModel = new HashMap<>();
    asked.forEach(model -> byModel.put(model, found.getOrDefault(model.id(), List.of())));
    return byModel;
  }

  private static <T> Map<RiskModel, T> whereKnown(List<RiskModel> asked, Map<Long, T> found) {
    return whereKnown(asked, model -> found.get(model.id()));
  }

  private static <K, V> Map<K, V> whereKnown(List<K> asked, Function<K, @Nullable V> find) {
    Map<K, V> known = new HashMap<>();
    for (K one : asked) {
      V found = find.apply(one);
      if (found != null) {
        known.put(one, found);
      }
    }
    return known;
  }
}
