package io.outlay.api.database;

import io.outlay.domain.account.AdAccounts;
import io.outlay.domain.account.postgres.PostgresAdAccounts;
import io.outlay.domain.assumption.postgres.PostgresAssumptions;
import io.outlay.domain.campaign.CampaignLabels;
import io.outlay.domain.campaign.Campaigns;
import io.outlay.domain.campaign.postgres.PostgresCampaignLabels;
import io.outlay.domain.campaign.postgres.PostgresCampaigns;
import io.outlay.domain.channel.Channels;
import io.outlay.domain.channel.postgres.PostgresChannels;
import io.outlay.domain.database.Database;
import io.outlay.domain.exchangerate.ExchangeRates;
import io.outlay.domain.exchangerate.postgres.PostgresExchangeRates;
import io.outlay.domain.performance.Performance;
import io.outlay.domain.performance.postgres.PostgresPerformance;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the domain keeps in PostgreSQL, for those who ask by its words. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

  @Bean
  Performance performance(Database database, Clock clock) {
    return new PostgresPerformance(database, clock);
  }

  @Bean
  Campaigns campaigns(Database database) {
    return new PostgresCampaigns(database);
  }

  @Bean
  CampaignLabels campaignLabels(Database database) {
    return new PostgresCampaignLabels(database);
  }

  @Bean
  Channels channels(Database database) {
    return new PostgresChannels(database);
  }

  @Bean
  AdAccounts adAccounts(Database database) {
    return new PostgresAdAccounts(database);
  }

  @Bean
  PostgresAssumptions assumptions(Database database) {
    return new PostgresAssumptions(database);
  }

  @Bean
  ExchangeRates exchangeRates(Database database) {
    return new PostgresExchangeRates(database);
  }
}
