package io.outlay.api.operation;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whether Kafka answers; without it imports wait, and what is stored is still told. */
@Component("kafkaHealthIndicator")
class KafkaHealth implements ReactiveHealthIndicator, DisposableBean {

  private static final Duration LONGEST = Duration.ofSeconds(1);

  private final Admin admin;

  KafkaHealth(@Value("${spring.kafka.bootstrap-servers}") String bootstrapServers) {
    this.admin =
        Admin.create(
            Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.CLIENT_ID_CONFIG,
                "outlay-health",
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                (int) LONGEST.toMillis(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) LONGEST.toMillis(),
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                (int) LONGEST.toMillis()));
  }

  @Override
  public Mono<Health> health() {
    return Mono.fromCompletionStage(
            () ->
                admin
                    .describeCluster(
                        new DescribeClusterOptions().timeoutMs((int) LONGEST.toMillis()))
                    .nodes()
                    .toCompletionStage())
        .map(nodes -> Health.up().withDetail("brokers", nodes.size()).build())
        .timeout(LONGEST)
        .onErrorResume(away -> Mono.just(Degraded.because(away, "imports wait")));
  }

  @Override
  public void destroy() {
    admin.close(LONGEST);
  }
}
