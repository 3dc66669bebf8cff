package io.outlay.api.ingestion;

import java.util.List;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether this process takes part in ingestion: {@code outlay.roles} names it. */
final class OnIngestionRole implements Condition {

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    Environment environment = context.getEnvironment();
    String[] roles =
        environment.getProperty("outlay.roles", String[].class, new String[] {"ingestion"});
    return List.of(roles).contains("ingestion");
  }
}
