package io.outlay.api.demo;

import io.outlay.api.role.ConditionalOnRole;
import io.outlay.api.role.ProcessRole;
import io.outlay.domain.account.AdAccounts;
import io.outlay.domain.organization.postgres.Organizations;
import io.outlay.domain.platform.PlatformAccesses;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** In every process that collects, with the demo or without: a home may hold its accounts. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(ProcessRole.INGESTION)
class DemoAtRestConfiguration {

  private static final String WORKER = "syncWorker";

  @Bean(initMethod = "begin")
  DemoAtRest demoAtRest(
      Organizations organizations,
      AdAccounts accounts,
      PlatformAccesses accesses,
      ObjectProvider<SimulatedPlatforms> simulated,
      Clock clock) {
    SimulatedPlatforms played = simulated.getIfAvailable();
    return new DemoAtRest(
        organizations,
        accounts,
        accesses,
        channel -> played != null && played.plays(channel),
        clock);
  }

  /** Else the first sync could be under way. */
  @Bean
  static BeanFactoryPostProcessor demoRestsBeforeSyncs() {
    return beans -> beans.getBeanDefinition(WORKER).setDependsOn("demoAtRest");
  }
}
