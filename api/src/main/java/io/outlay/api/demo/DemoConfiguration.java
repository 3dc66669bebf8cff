package io.outlay.api.demo;

import io.outlay.api.role.ConditionalOnRole;
import io.outlay.api.role.ProcessRole;
import io.outlay.domain.account.AdAccounts;
import io.outlay.domain.exchangerate.ExchangeRates;
import io.outlay.domain.job.JobChanges;
import io.outlay.domain.job.Jobs;
import io.outlay.domain.organization.postgres.Organizations;
import io.outlay.domain.platform.PlatformAccesses;
import io.outlay.domain.risk.RiskModels;
import io.outlay.ingestion.rawinput.RawInputs;
import io.outlay.ingestion.spendimport.SpendImports;
import io.outlay.ingestion.sync.AdAccountConnecting;
import io.outlay.ingestion.sync.Platforms;
import io.outlay.ingestion.userevent.EventsImports;
import io.outlay.scoring.batch.UsersScoring;
import io.outlay.scoring.training.ModelTrainings;
import java.time.Clock;
import java.time.Period;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the demo asks for by itself. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(ProcessRole.INGESTION)
@OnDemo
class DemoConfiguration {

  private static final String HISTORY = "${outlay.demo.history:P13M}";

  @Bean
  DemoRates demoRates(ExchangeRates rates, Clock clock) {
    return new DemoRates(rates, clock);
  }

  @Bean
  DemoAccounts demoAccounts(
      SimulatedPlatforms simulated,
      Platforms platforms,
      AdAccountConnecting connecting,
      AdAccounts accounts,
      PlatformAccesses accesses,
      @Value(HISTORY) Period history,
      Clock clock) {
    return new DemoAccounts(simulated, platforms, connecting, accounts, accesses, history, clock);
  }

  @Bean
  DemoImport demoImport(
      RawInputs rawInputs,
      SpendImports imports,
      Jobs jobs,
      @Value(HISTORY) Period history,
      Clock clock) {
    return new DemoImport(rawInputs, imports, jobs, history, clock);
  }

  @Bean
  DemoLoader demoLoader(
      Organizations organizations,
      DemoRates rates,
      DemoAccounts accounts,
      DemoImport files,
      Jobs jobs,
      DemoRisk risk) {
    return new DemoLoader(organizations, rates, accounts, files, new DemoJobs(jobs), risk);
  }

  @Bean
  DemoRisk demoRisk(
      DemoUsers users,
      RiskModels models,
      ModelTrainings trainings,
      UsersScoring scoring,
      Jobs jobs,
      JobChanges changes) {
    return new DemoRisk(users, models, trainings, scoring, jobs, changes);
  }

  @Bean
  DemoUsers demoUsers(
      Organizations organizations,
      RawInputs rawInputs,
      EventsImports imports,
      Jobs jobs,
      @Value(HISTORY) Period history,
      Clock clock) {
    return new DemoUsers(organizations, rawInputs, imports, jobs, history, clock);
  }
}
