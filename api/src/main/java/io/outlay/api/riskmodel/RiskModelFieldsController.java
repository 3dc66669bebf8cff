package io.outlay.api.riskmodel;

import io.outlay.api.node.NodeType;
import io.outlay.domain.job.Job;
import io.outlay.domain.organization.Viewer;
import io.outlay.domain.risk.ModelData;
import io.outlay.domain.risk.ModelStateChange;
import io.outlay.domain.risk.RiskModel;
import io.outlay.domain.risk.RiskModels;
import io.outlay.domain.risk.RiskModels.ModelFileOf;
import io.outlay.scoring.registry.LoadedModelShelf;
import io.outlay.scoring.registry.ModelProblem;
import io.outlay.scoring.training.ModelMetrics;
import io.outlay.scoring.training.ModelTrainings;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Fields of a model that are put together or read beside it. */
@Controller
class RiskModelFieldsController {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final RiskModels models;
  private final LoadedModelShelf shelf;

  RiskModelFieldsController(RiskModels models, LoadedModelShelf shelf) {
    this.models = models;
    this.shelf = shelf;
  }

  @SchemaMapping(typeName = "RiskModel")
  @Nullable TrainingSet trainedOn(RiskModel model) {
    return model.data() == null ? null : TrainingSet.of(model.data());
  }

  @SchemaMapping(typeName = "RiskModel")
  List<Parameter> parameters(RiskModel model) {
    return JSON.readTree(model.parameters())
        .propertyStream()
        .map(member -> new Parameter(member.getKey(), member.getValue().asString()))
        .toList();
  }

  @SchemaMapping(typeName = "RiskModel")
  @Nullable MetricsView metrics(RiskModel model) {
    return model.metrics() == null ? null : MetricsView.of(ModelMetrics.parse(model.metrics()));
  }

  @SchemaMapping(typeName = "RiskModel")
  @Nullable String problem(RiskModel model) {
    return shelf.problems().stream()
        .filter(problem -> problem.organization().equals(model.organization()))
        .filter(problem -> problem.modelId() == model.id())
        .map(ModelProblem::message)
        .findFirst()
        .orElse(null);
  }

  @BatchMapping(typeName = "RiskModel")
  Mono<Map<RiskModel, Collection<ModelStateChange>>> history(
      List<RiskModel> asked, @ContextValue Viewer viewer) {
    return models
        .history(viewer.organization(), ids(asked))
        .collectMultimap(ModelStateChange::modelId)
        .map(found -> byModel(asked, found));
  }

  @BatchMapping(typeName = "RiskModel")
  Mono<Map<RiskModel, Collection<File>>> files(List<RiskModel> asked, @ContextValue Viewer viewer) {
    return models
        .files(viewer.organization(), ids(asked))
        .collectMultimap(ModelFileOf::modelId, File::of)
        .map(found -> byModel(asked, found));
  }

  @BatchMapping(typeName = "Job")
  Mono<Map<Job, RiskModel>> riskModel(List<Job> jobs, @ContextValue Viewer viewer) {
    Map<Job, Long> made = new HashMap<>();
    jobs.stream()
        .filter(job -> job.kind().equals(ModelTrainings.KIND) && job.result() != null)
        .forEach(job -> made.put(job, JSON.readTree(job.result()).path("modelId").asLong()));
    return made.isEmpty() || !viewer.scope().isEverything()
        ? Mono.just(Map.of())
        : models
            .byIds(viewer.organization(), Set.copyOf(made.values()))
            .collectMap(RiskModel::id)
            .map(found -> byJob(made, found));
  }

  private static Map<Job, RiskModel> byJob(Map<Job, Long> made, Map<Long, RiskModel> found) {
    return made.entrySet().stream()
        .filter(entry -> found.containsKey(entry.getValue()))
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> found.get(entry.getValue())));
  }

  private static Set<Long> ids(List<RiskModel> asked) {
    return asked.stream().map(RiskModel::id).collect(Collectors.toSet());
  }

  private static <T> Map<RiskModel, Collection<T>> byModel(
      List<RiskModel> asked, Map<Long, Collection<T>> found) {
    return asked.stream()
        .distinct()
        .collect(
            Collectors.toMap(model -> model, model -> found.getOrDefault(model.id(), List.of())));
  }

  /** A setting of a training. */
  record Parameter(String name, String value) {}

  /** What a model learned from, as the schema names it. */
  record TrainingSet(
      Instant from,
      Instant to,
      Instant knownBy,
      int rowCount,
      int positiveCount,
      String sha256,
      String definition) {

    static TrainingSet of(ModelData data) {
      return new TrainingSet(
          data.from(),
          data.to(),
          data.knownBy(),
          data.rows(),
          data.positives(),
          data.hash(),
          data.definition());
    }
  }

  /** A file with its address. */
  record File(String name, String url, long byteCount, String sha256) {

    static File of(ModelFileOf of) {
      return new File(
          of.file().name(),
          "/models/" + NodeType.RISK_MODEL.id(of.modelId()) + "/" + of.file().name(),
          of.file().byteCount(),
          of.file().sha256());
    }
  }
}
