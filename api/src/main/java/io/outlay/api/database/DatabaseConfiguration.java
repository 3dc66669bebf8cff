package io.outlay.api.database;

import io.outlay.api.graphql.limits.Limits;
import io.outlay.domain.database.Database;
import io.outlay.domain.database.DatabaseSettings;
import io.outlay.domain.database.Migrations;
import io.outlay.domain.database.Notifications;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Brings the tables up to date, then opens the database; shared by the server and the command line.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ConnectionSettings.class, Limits.class})
public class DatabaseConfiguration {

  @Bean
  DatabaseSettings databaseSettings(
      @Value("${spring.r2dbc.url}") String url,
      @Value("${spring.r2dbc.username:}") String username,
      @Value("${spring.r2dbc.password:}") String password,
      ConnectionSettings connections,
      Limits limits) {
    return new DatabaseSettings(
        url,
        username,
        password,
        connections.appConnections(),
        connections.systemConnections(),
        limits.timeout());
  }

  /** Waits for the migrations, on the thread that starts the server. */
  @Bean(destroyMethod = "close")
  Database database(DatabaseSettings settings) {
    Migrations.run(settings);
    return new Database(settings);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  Notifications notifications(Database database) {
    return new Notifications(database);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
