package io.outlay.api.role;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/** Ends the start at once where the roles are wrong, before anything embedded is started. */
final class RoleCheck implements EnvironmentPostProcessor, Ordered {

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    ProcessRole.of(environment);
  }

  /** After the configuration files. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE - 2;
  }
}
