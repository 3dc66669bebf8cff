package io.outlay.api.risk;

import io.outlay.domain.error.BadRequest;
import io.outlay.domain.organization.Viewer;
import io.outlay.domain.risk.ModelRole;
import io.outlay.scoring.serving.Explanation;
import io.outlay.scoring.serving.RiskScore;
import io.outlay.scoring.serving.Survival;
import io.outlay.scoring.serving.Words;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Fields of a score that are put together. */
@Controller
class RiskScoreFieldsController {

  private static final String TYPE = "RiskScore";
  private static final int MOST = 100;

  private final ReportingCurrencies currencies;

  RiskScoreFieldsController(ReportingCurrencies currencies) {
    this.currencies = currencies;
  }

  @SchemaMapping(typeName = TYPE)
  double baseValue(RiskScore score) {
    return explanation(score).baseValue();
  }

  @SchemaMapping(typeName = TYPE)
  Mono<List<ReasonView>> reasons(RiskScore score, @Argument int top, @ContextValue Viewer viewer) {
    int most = checked(top);
    return currencies
        .of(viewer.organization())
        .map(currency -> new Words(viewer.language(), currency))
        .map(
            words ->
                explanation(score).top(most).stream()
                    .map(reason -> ReasonView.of(score.kind(), reason, words))
                    .toList());
  }

  @SchemaMapping(typeName = TYPE)
  double restContribution(RiskScore score, @Argument int top) {
    return explanation(score).rest(checked(top));
  }

  @SchemaMapping(typeName = TYPE)
  @Nullable List<Survival.Horizon> survival(RiskScore score) {
    Survival survival = score.survival();
    return survival == null ? null : survival.horizons();
  }

  @SchemaMapping(typeName = TYPE)
  @Nullable Double medianSurvivalDays(RiskScore score) {
    Survival survival = score.survival();
    return survival == null ? null : survival.medianDays();
  }

  @SchemaMapping(typeName = TYPE)
  int modelVersion(RiskScore score) {
    return score.modelNumber();
  }

  @SchemaMapping(typeName = TYPE)
  ModelRole modelRole(RiskScore score) {
    return score.role();
  }

  /** The selection asked for it, so it was computed. */
  private static Explanation explanation(RiskScore score) {
    return Objects.requireNonNull(score.explanation(), "explanation of a score that needs it");
  }

  private static int checked(int top) {
    if (top < 1 || top > MOST) {
      throw BadRequest.of("top", top, "a number from 1 to " + MOST);
    }
    return top;
  }
}
