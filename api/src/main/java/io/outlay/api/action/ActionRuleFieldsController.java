package io.outlay.api.action;

import io.outlay.domain.action.ActionRule;
import io.outlay.domain.action.RuleTerms;
import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.userscore.RiskBand;
import io.outlay.scoring.action.DifferenceInterval;
import io.outlay.scoring.action.Effect;
import io.outlay.scoring.action.Effects;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Fields of a rule and of what came of it. */
@Controller
class ActionRuleFieldsController {

  private static final String RULE = "ActionRule";
  private static final String EFFECT = "ActionEffect";

  private final Effects effects;

  ActionRuleFieldsController(Effects effects) {
    this.effects = effects;
  }

  @SchemaMapping(typeName = RULE)
  String name(ActionRule rule) {
    return rule.terms().name();
  }

  @SchemaMapping(typeName = RULE)
  RiskKind kind(ActionRule rule) {
    return rule.terms().kind();
  }

  @SchemaMapping(typeName = RULE)
  List<RiskBand> bands(ActionRule rule) {
    return rule.terms().bands().stream().sorted().toList();
  }

  @SchemaMapping(typeName = RULE)
  RuleTerms.Segment segment(ActionRule rule) {
    return rule.terms().segment();
  }

  @SchemaMapping(typeName = RULE)
  int everyDays(ActionRule rule) {
    return rule.terms().everyDays();
  }

  @SchemaMapping(typeName = RULE)
  double controlShare(ActionRule rule) {
    return rule.terms().controlShare();
  }

  @SchemaMapping(typeName = RULE)
  boolean isActive(ActionRule rule) {
    return rule.terms().isActive();
  }

  @SchemaMapping(typeName = RULE)
  Mono<Effect> effect(ActionRule rule) {
    return effects.of(rule);
  }

  @SchemaMapping(typeName = EFFECT)
  @Nullable Double difference(Effect effect) {
    DifferenceInterval interval = effect.difference();
    return interval == null ? null : interval.difference();
  }

  @SchemaMapping(typeName = EFFECT)
  @Nullable Double low(Effect effect) {
    DifferenceInterval interval = effect.difference();
    return interval == null ? null : interval.low();
  }

  @SchemaMapping(typeName = EFFECT)
  @Nullable Double high(Effect effect) {
    DifferenceInterval interval = effect.difference();
    return interval == null ? null : interval.high();
  }
}
