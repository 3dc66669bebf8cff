package io.outlay.api.whole;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.github.luben.zstd.Zstd;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.outlay.domain.database.Database;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Looks for a secret wherever a server may have left it: tables, answers that are kept, the log
 * with its stack traces, what is observed for traces, metrics, and the records of Kafka.
 */
final class SecretSearch implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int LARGEST_PIECE = 1 << 22;

  private final WholeServer server;
  private final Database.Work work;
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
  private final Queue<String> observed = new ConcurrentLinkedQueue<>();

  /** Listens to everything the server logs and observes from now on. */
  SecretSearch(WholeServer server) {
    this.server = server;
    this.work = server.bean(Database.class).asSystem();
    logged.start();
    root().addAppender(logged);
    server.bean(ObservationRegistry.class).observationConfig().observationHandler(new Observed());
  }

  @Override
  public void close() {
    root().detachAppender(logged);
  }

  /** Fails where the secret is found anywhere, also in the answers. */
  void assertNowhere(String admin, String secret, JsonNode... answers) {
    assertNotInTables(secret);
    assertThat(keptAnswers()).isNotEmpty().noneMatch(text -> text.contains(secret));
    assertThat(logged.list.stream().map(SecretSearch::whole))
        .isNotEmpty()
        .noneMatch(text -> text.contains(secret));
    assertThat(observed).isNotEmpty().noneMatch(text -> text.contains(secret));
    assertThat(server.page(admin, "/actuator/prometheus"))
        .contains("outlay_platform_calls")
        .doesNotContain(secret);
    assertThat(KafkaRecords.all(server.setting("spring.kafka.bootstrap-servers")))
        .isNotEmpty()
        .noneMatch(text -> text.contains(secret));
    assertThat(Stream.of(answers).map(JsonNode::toString))
        .noneMatch(answer -> answer.contains(secret));
  }

  private void assertNotInTables(String secret) {
    String hex = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
    List<String> tables =
        read(
            "SELECT relname::text FROM pg_class WHERE relnamespace = 'public'::regnamespace"
                + " AND relkind IN ('r', 'p') AND NOT relispartition AND relname <>"
                + " 'flyway_schema_history'",
            String.class);
    assertThat(tables).contains("platform_credential", "audit_event", "job", "dead_letter");
    for (String table : tables) {
      assertThat(
              work.one(
                      "SELECT count(*) FROM "
                          + table
                          + " t WHERE strpos(t::text, $1) > 0 OR strpos(t::text, $2) > 0",
                      List.of(secret, hex),
                      row -> Objects.requireNonNull(row.get(0, Long.class)))
                  .block(PATIENCE))
          .as(table)
          .isZero();
    }
  }

  /** What is kept compressed, as text. */
  private List<String> keptAnswers() {
    return read("SELECT content FROM raw_input_chunk", byte[].class).stream()
        .map(piece -> new String(Zstd.decompress(piece, LARGEST_PIECE), StandardCharsets.UTF_8))
        .toList();
  }

  private <T> List<T> read(String sql, Class<T> type) {
    return Objects.requireNonNull(
        work.query(sql, List.of(), row -> Objects.requireNonNull(row.get(0, type)))
            .collectList()
            .block(PATIENCE));
  }

  /** A line of the log with its arguments, its context and its stack trace. */
  private static String whole(ILoggingEvent event) {
    return event.getFormattedMessage()
        + event.getMDCPropertyMap()
        + event.getKeyValuePairs()
        + ThrowableProxyUtil.asString(event.getThrowableProxy());
  }

  private static ch.qos.logback.classic.Logger root() {
    return (ch.qos.logback.classic.Logger)
        LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  /** Keeps what a tracer would be told. */
  private final class Observed implements ObservationHandler<Observation.Context> {

    @Override
    public void onStop(Observation.Context context) {
      List<String> told = new ArrayList<>();
      told.add(String.valueOf(context.getContextualName()));
      told.add(String.valueOf(context.getError()));
      context.getAllKeyValues().forEach(one -> told.add(one.getKey() + "=" + one.getValue()));
      observed.add(String.join(" ", told));
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
      return true;
    }
  }
}
