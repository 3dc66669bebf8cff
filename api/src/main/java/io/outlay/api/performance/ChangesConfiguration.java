package io.outlay.api.performance;

import io.outlay.domain.database.Database;
import io.outlay.domain.version.VersionChanges;
import io.outlay.domain.version.postgres.PostgresVersionChanges;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What subscriptions to changes read. */
@Configuration(proxyBeanMethods = false)
class ChangesConfiguration {

  @Bean
  VersionChanges versionChanges(Database database) {
    return new PostgresVersionChanges(database);
  }
}
