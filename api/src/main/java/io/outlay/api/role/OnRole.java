package io.outlay.api.role;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether this process has the role that {@link ConditionalOnRole} names. */
final class OnRole implements Condition {

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    ProcessRole wanted =
        metadata.getAnnotations().get(ConditionalOnRole.class).getEnum("value", ProcessRole.class);
    return ProcessRole.of(context.getEnvironment()).contains(wanted);
  }
}
