package io.outlay.api.operation;

import io.outlay.domain.database.Database;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whether PostgreSQL answers; without it nothing can be answered. */
@Component("databaseHealthIndicator")
class DatabaseHealth implements ReactiveHealthIndicator {

  private static final Duration LONGEST = Duration.ofSeconds(1);

  private final Database database;

  DatabaseHealth(Database database) {
    this.database = database;
  }

  @Override
  public Mono<Health> health() {
    return database
        .asSystem()
        .one("SELECT 1", List.of(), row -> Health.up().build())
        .timeout(LONGEST)
        .onErrorResume(away -> Mono.just(Health.down(away).build()));
  }
}
