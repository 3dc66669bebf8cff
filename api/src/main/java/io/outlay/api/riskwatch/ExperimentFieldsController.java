package io.outlay.api.riskwatch;

import io.outlay.api.node.IdFields;
import io.outlay.api.node.NodeSource;
import io.outlay.api.node.NodeType;
import io.outlay.api.risk.ReportingCurrencies;
import io.outlay.domain.money.Money;
import io.outlay.domain.organization.Role;
import io.outlay.domain.organization.Viewer;
import io.outlay.domain.risk.ExperimentPlan;
import io.outlay.domain.risk.ExperimentResult;
import io.outlay.domain.risk.ModelExperiment;
import io.outlay.domain.risk.ModelExperiments;
import io.outlay.domain.risk.RiskModel;
import io.outlay.domain.risk.RiskModels;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Experiments as callers see them. */
@Controller
class ExperimentFieldsController implements NodeSource {

  private static final String TYPE = "Experiment";

  private final ModelExperiments experiments;
  private final RiskModels models;
  private final ReportingCurrencies currencies;

  ExperimentFieldsController(
      ModelExperiments experiments, RiskModels models, ReportingCurrencies currencies) {
    this.experiments = experiments;
    this.models = models;
    this.currencies = currencies;
  }

  @BatchMapping(typeName = TYPE)
  Mono<Map<ModelExperiment, RiskModel>> champion(
      List<ModelExperiment> asked, @ContextValue Viewer viewer) {
    return find(asked, ModelExperiment::championId, viewer);
  }

  @BatchMapping(typeName = TYPE)
  Mono<Map<ModelExperiment, RiskModel>> model(
      List<ModelExperiment> asked, @ContextValue Viewer viewer) {
    return find(asked, ModelExperiment::modelId, viewer);
  }

  @SchemaMapping(typeName = TYPE)
  ExperimentPlan.Mode mode(ModelExperiment experiment) {
    return experiment.plan().mode();
  }

  @SchemaMapping(typeName = TYPE)
  double share(ModelExperiment experiment) {
    return experiment.plan().share();
  }

  @SchemaMapping(typeName = TYPE)
  ExperimentPlan.Metric metric(ModelExperiment experiment) {
    return experiment.plan().metric();
  }

  @SchemaMapping(typeName = TYPE)
  int minimumUsers(ModelExperiment experiment) {
    return experiment.plan().minimumUsers();
  }

  @SchemaMapping(typeName = TYPE)
  int horizonDays(ModelExperiment experiment) {
    return experiment.plan().horizonDays();
  }

  @SchemaMapping(typeName = TYPE)
  double significance(ModelExperiment experiment) {
    return experiment.plan().significance();
  }

  @SchemaMapping(typeName = TYPE)
  Mono<Money> mostLoss(ModelExperiment experiment) {
    return currencies
        .of(experiment.organization())
        .map(code -> Money.ofMicros(experiment.plan().mostLossMicros(), code));
  }

  @SchemaMapping(typeName = TYPE)
  int guardDays(ModelExperiment experiment) {
    return experiment.plan().guardDays();
  }

  @SchemaMapping(typeName = TYPE)
  boolean isPromotedByRule(ModelExperiment experiment) {
    return experiment.plan().promotes();
  }

  @SchemaMapping(typeName = TYPE)
  Mono<ExperimentView> result(ModelExperiment experiment) {
    return view(experiment, experiment.result());
  }

  @SchemaMapping(typeName = TYPE)
  Mono<ExperimentView> guardResult(ModelExperiment experiment) {
    return view(experiment, experiment.guardResult());
  }

  private Mono<ExperimentView> view(ModelExperiment experiment, @Nullable ExperimentResult result) {
    return result == null
        ? Mono.empty()
        : currencies.of(experiment.organization()).map(code -> ExperimentView.of(result, code));
  }

  private Mono<Map<ModelExperiment, RiskModel>> find(
      List<ModelExperiment> asked, ToLongFunction<ModelExperiment> which, Viewer viewer) {
    Set<Long> ids = asked.stream().mapToLong(which).boxed().collect(Collectors.toSet());
    return models
        .byIds(viewer.organization(), ids)
        .collectMap(RiskModel::id)
        .map(
            found ->
                asked.stream()
                    .distinct()
                    .filter(one -> found.containsKey(which.applyAsLong(one)))
                    .collect(
                        Collectors.toMap(one -> one, one -> found.get(which.applyAsLong(one)))));
  }

  @Override
  public NodeType type() {
    return NodeType.EXPERIMENT;
  }

  @Override
  public Mono<Map<Long, ModelExperiment>> find(Viewer viewer, Set<Long> numbers) {
    return viewer.role() == Role.PARTNER || !viewer.scope().isEverything()
        ? Mono.just(Map.of())
        : experiments.byIds(viewer.organization(), numbers).collectMap(ModelExperiment::id);
  }

  @Bean
  static IdFields<ModelExperiment> experimentIds() {
    return new IdFields<>(NodeType.EXPERIMENT, ModelExperiment.class, ModelExperiment::id);
  }
}
