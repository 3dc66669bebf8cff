package io.outlay.api.demo;

import io.outlay.api.role.ConditionalOnRole;
import io.outlay.api.role.ProcessRole;
import io.outlay.domain.exchangerate.ExchangeRates;
import io.outlay.domain.job.Jobs;
import io.outlay.domain.organization.postgres.Organizations;
import io.outlay.ingestion.rawinput.RawInputs;
import io.outlay.ingestion.spendimport.SpendImports;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The demo: not in production, and not where {@code outlay.demo} is false. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(ProcessRole.INGESTION)
@Profile("!production")
@ConditionalOnProperty(name = "outlay.demo", havingValue = "true", matchIfMissing = true)
class DemoConfiguration {

  @Bean
  DemoData demoData(
      Organizations organizations,
      ExchangeRates rates,
      RawInputs rawInputs,
      SpendImports imports,
      Jobs jobs,
      Clock clock) {
    return new DemoData(organizations, rates, rawInputs, imports, jobs, clock);
  }

  @Bean
  DemoLoader demoLoader(DemoData data) {
    return new DemoLoader(data);
  }
}
