package io.outlay.ingestion.log.kafka;

import io.outlay.domain.error.Unavailable;
import io.outlay.ingestion.log.LogTopic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The cluster's identity, known once its topics exist. */
final class KafkaCluster implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final short BROKERS_DEFAULT = -1;

  private final String bootstrapServers;
  private final List<LogTopic> topics;
  private final Scheduler scheduler = Schedulers.newBoundedElastic(2, 256, "outlay-log-admin");
  private final AtomicReference<@Nullable Mono<String>> known = new AtomicReference<>();

  KafkaCluster(String bootstrapServers, List<LogTopic> topics) {
    this.bootstrapServers = bootstrapServers;
    this.topics = List.copyOf(topics);
  }

  /** The identity; errors with {@link Unavailable}, and asks again the next time. */
  Mono<String> id() {
    return Mono.defer(
        () -> {
          Mono<String> asked = known.get();
          if (asked == null) {
            Mono<String> asking = ask().doOnError(error -> forget()).cache();
            asked = known.compareAndSet(null, asking) ? asking : ask();
          }
          return asked;
        });
  }

  /** Number behind the last record of each partition that holds one; errors with Unavailable. */
  Mono<Map<Integer, Long>> ends(String topic) {
    return asked(admin -> PartitionEnds.read(admin, topic));
  }

  /** Forgets what was known: after an error the cluster may be another one. */
  void forget() {
    known.set(null);
  }

  @Override
  public void close() {
    scheduler.dispose();
  }

  private Mono<String> ask() {
    return asked(this::prepare);
  }

  private <T> Mono<T> asked(Function<Admin, Mono<T>> question) {
    return Mono.using(this::admin, question, admin -> admin.close(Duration.ZERO))
        .timeout(PATIENCE)
        .onErrorMap(error -> new Unavailable("The log cannot be reached.", error))
        .subscribeOn(scheduler);
  }

  private Admin admin() {
    return Admin.create(
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            (int) PATIENCE.toMillis(),
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
            3_000,
            AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
            1_000));
  }

  private Mono<String> prepare(Admin admin) {
    return Flux.fromIterable(topics)
        .concatMap(topic -> create(admin, topic))
        .then(Mono.defer(() -> outcome(admin.describeCluster().clusterId())));
  }

  private static Mono<Void> create(Admin admin, LogTopic topic) {
    NewTopic wanted =
        new NewTopic(topic.name(), topic.partitions(), BROKERS_DEFAULT)
            .configs(
                Map.of(
                    TopicConfig.RETENTION_MS_CONFIG,
                    Long.toString(topic.retention().toMillis()),
                    TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                    Integer.toString(topic.maxRecordBytes())));
    return outcome(admin.createTopics(List.of(wanted)).all())
        .onErrorComplete(TopicExistsException.class);
  }

  static <T> Mono<T> outcome(KafkaFuture<T> future) {
    return Mono.fromCompletionStage(future::toCompletionStage).onErrorMap(KafkaCluster::cause);
  }

  private static Throwable cause(Throwable error) {
    boolean wrapped = error instanceof CompletionException || error instanceof ExecutionException;
    Throwable inner = error.getCause();
    return wrapped && inner != null ? inner : error;
  }
}
