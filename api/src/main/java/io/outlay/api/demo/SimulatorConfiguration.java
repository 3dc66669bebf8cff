package io.outlay.api.demo;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * The played platforms of this process. Every process of a demo has its own; they say the same,
 * because what they say depends on a seed and the clock alone.
 */
@Configuration(proxyBeanMethods = false)
@OnDemo
class SimulatorConfiguration {

  /** Static, because it has to be there before the connectors ask for their addresses. */
  @Bean
  static SimulatedPlatforms simulatedPlatforms(
      ConfigurableEnvironment environment,
      ObjectProvider<Clock> clock,
      @Value("${outlay.demo.campaigns:30}") int campaigns) {
    return SimulatedPlatforms.start(environment, () -> clock.getObject().instant(), campaigns);
  }
}
