package io.outlay.api.riskwatch;

import io.outlay.api.node.NodeType;
import io.outlay.api.user.UserAccess;
import io.outlay.api.usererror.UserError;
import io.outlay.api.usererror.UserErrors;
import io.outlay.domain.audit.AuditEntry;
import io.outlay.domain.error.BadRequest;
import io.outlay.domain.error.NotFound;
import io.outlay.domain.money.Micros;
import io.outlay.domain.organization.Viewer;
import io.outlay.domain.risk.Experiment;
import io.outlay.domain.risk.ExperimentPlan;
import io.outlay.scoring.experiment.Experimenting;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Begins experiments and ends them. */
@Controller
class ExperimentMutations {

  private final Experimenting experimenting;

  ExperimentMutations(Experimenting experimenting) {
    this.experimenting = experimenting;
  }

  @MutationMapping
  Mono<Payload> experimentStart(@Argument StartInput input, @ContextValue Viewer viewer) {
    UserAccess.require(viewer);
    Mono<Payload> done =
        Mono.fromCallable(() -> NodeType.RISK_MODEL.find("model", input.riskModelId()))
            .flatMap(
                model ->
                    experimenting.start(
                        viewer.organization(),
                        model,
                        input.toPlan(),
                        viewer.actor(),
                        started -> audited(viewer, "experimentStart", started)))
            .map(started -> new Payload(started, List.of()));
    return UserErrors.tell(done, "input", problems -> new Payload(null, problems));
  }

  @MutationMapping
  Mono<Payload> experimentStop(@Argument String id, @ContextValue Viewer viewer) {
    UserAccess.require(viewer);
    Mono<Payload> done =
        Mono.fromCallable(() -> NodeType.EXPERIMENT.find("experiment", id))
            .flatMap(
                number ->
                    experimenting.stop(
                        viewer.organization(),
                        number,
                        viewer.actor(),
                        stopped -> audited(viewer, "experimentStop", stopped)))
            .switchIfEmpty(Mono.error(() -> new NotFound("There is no such experiment that runs.")))
            .map(stopped -> new Payload(stopped, List.of()));
    return UserErrors.tell(done, null, problems -> new Payload(null, problems));
  }

  private static Optional<AuditEntry> audited(Viewer viewer, String action, Experiment experiment) {
    Map<String, Object> after = new LinkedHashMap<>();
    after.put("kind", experiment.kind().name());
    after.put("riskModel", experiment.modelId());
    after.put("champion", experiment.championId());
    after.put("mode", experiment.plan().mode().name());
    after.put("metric", experiment.plan().metric().name());
    after.put("state", experiment.state().name());
    return Optional.of(AuditEntry.by(viewer, action, "Experiment", experiment.id(), null, after));
  }

  /** A model to be tried, and how it is decided. */
  record StartInput(
      String riskModelId,
      ExperimentPlan.Mode mode,
      double share,
      ExperimentPlan.Metric metric,
      int minimumUsers,
      int horizonDays,
      double significance,
      BigDecimal mostLoss,
      int guardDays,
      boolean isPromotedByRule) {

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);

    ExperimentPlan toPlan() {
      if (mostLoss.signum() < 0 || mostLoss.compareTo(MOST) > 0 || Micros.needsRounding(mostLoss)) {
        throw BadRequest.of(
            "input.mostLoss", mostLoss, "an amount from 0 to 1000000000000, at most six decimals");
      }
      return new ExperimentPlan(
          mode,
          share,
          metric,
          minimumUsers,
          horizonDays,
          significance,
          Micros.of(mostLoss),
          guardDays,
          isPromotedByRule);
    }
  }

  /** What was done. */
  record Payload(@Nullable Experiment experiment, List<UserError> userErrors) {}
}
