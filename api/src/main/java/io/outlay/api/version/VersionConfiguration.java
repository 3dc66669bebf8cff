package io.outlay.api.version;

import io.outlay.api.graphql.cache.DataState;
import io.outlay.domain.account.postgres.SelectTimeZones;
import io.outlay.domain.database.Database;
import io.outlay.domain.version.DataVersions;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells the response cache the state of the data. */
@Configuration(proxyBeanMethods = false)
class VersionConfiguration {

  @Bean
  DataState dataState(DataVersions versions, Database database, Clock clock) {
    return new VersionedState(versions, new SelectTimeZones(database), clock);
  }
}
