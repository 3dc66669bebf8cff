package io.outlay.api.riskwatch;

import io.outlay.api.node.IdFields;
import io.outlay.api.node.NodeSource;
import io.outlay.api.node.NodeType;
import io.outlay.api.risk.ReportingCurrencies;
import io.outlay.domain.money.Money;
import io.outlay.domain.organization.Role;
import io.outlay.domain.organization.Viewer;
import io.outlay.domain.risk.Experiment;
import io.outlay.domain.risk.ExperimentPlan;
import io.outlay.domain.risk.ExperimentResult;
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
  Mono<Map<Experiment, RiskModel>> champion(List<Experiment> asked, @ContextValue Viewer viewer) {
    return find(asked, Experiment::championId, viewer);
  }

  @BatchMapping(typeName = TYPE)
  Mono<Map<Experiment, RiskModel>> model(List<Experiment> asked, @ContextValue Viewer viewer) {
    return find(asked, Experiment::modelId, viewer);
  }

  @SchemaMapping(typeName = TYPE)
  ExperimentPlan.Mode mode(Experiment experiment) {
    return experiment.plan().mode();
  }

  @SchemaMapping(typeName = TYPE)
  double share(Experiment experiment) {
    return experiment.plan().share();
  }

  @SchemaMapping(typeName = TYPE)
  ExperimentPlan.Metric metric(Experiment experiment) {
    return experiment.plan().metric();
  }

  @SchemaMapping(typeName = TYPE)
  int minimumUsers(Experiment experiment) {
    return experiment.plan().minimumUsers();
  }

  @SchemaMapping(typeName = TYPE)
  int horizonDays(Experiment experiment) {
    return experiment.plan().horizonDays();
  }

  @SchemaMapping(typeName = TYPE)
  double significance(Experiment experiment) {
    return experiment.plan().significance();
  }

  @SchemaMapping(typeName = TYPE)
  Mono<Money> mostLoss(Experiment experiment) {
    return currencies
        .of(experiment.organization())
        .map(code -> Money.ofMicros(experiment.plan().mostLossMicros(), code));
  }

  @SchemaMapping(typeName = TYPE)
  int guardDays(Experiment experiment) {
    return experiment.plan().guardDays();
  }

  @SchemaMapping(typeName = TYPE)
  boolean isPromotedByRule(Experiment experiment) {
    return experiment.plan().promotes();
  }

  @SchemaMapping(typeName = TYPE)
  Mono<ExperimentView> result(Experiment experiment) {
    return view(experiment, experiment.result());
  }

  @SchemaMapping(typeName = TYPE)
  Mono<ExperimentView> guardResult(Experiment experiment) {
    return view(experiment, experiment.guardResult());
  }

  private Mono<ExperimentView> view(Experiment experiment, @Nullable ExperimentResult result) {
    return result == null
        ? Mono.empty()
        : currencies.of(experiment.organization()).map(code -> ExperimentView.of(result, code));
  }

  private Mono<Map<Experiment, RiskModel>> find(
      List<Experiment> asked, ToLongFunction<Experiment> which, Viewer viewer) {
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
  public Mono<Map<Long, Experiment>> find(Viewer viewer, Set<Long> numbers) {
    return viewer.role() == Role.PARTNER || !viewer.scope().isEverything()
        ? Mono.just(Map.of())
        : experiments.byIds(viewer.organization(), numbers).collectMap(Experiment::id);
  }

  @Bean
  static IdFields<Experiment> experimentIds() {
    return new IdFields<>(NodeType.EXPERIMENT, Experiment.class, Experiment::id);
  }
}
