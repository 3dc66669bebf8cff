package io.outlay.api.whole;

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
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * Looks for a secret wherever a server may have left it: tables, answers that are kept, the log
 * with its stack traces, what is observed for traces, metrics, and the records of Kafka.
 */
final class SecretSearch implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int LARGEST_PIECE = 1 << 22;

  private final WholeServer server;
  private final String admin;
  private final Database.Work work;
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
  private final Queue<String> observed = new ConcurrentLinkedQueue<>();

  /**
   * Listens to everything the server logs and observes from now on.
   *
   * @param admin token that may read the metrics
   */
  SecretSearch(WholeServer server, String admin) {
    this.server = server;
    this.admin = admin;
    this.work = server.bean(Database.class).asSystem();
    logged.start();
    root().addAppender(logged);
    server.bean(ObservationRegistry.class).observationConfig().observationHandler(new Observed());
  }

  @Override
  public void close() {
    root().detachAppender(logged);
  }

  /** Where a text is found; a secret must be nowhere. */
  Set<String> placesOf(String text) {
    Set<String> places = new TreeSet<>(tablesWith(text));
    Map<String, Stream<String>> told =
        Map.of(
            "kept answers", keptAnswers().stream(),
            "log", logged.list.stream().map(SecretSearch::whole),
            "observations", observed.stream(),
            "metrics", Stream.of(server.page(admin, "/actuator/prometheus")),
            "Kafka", KafkaRecords.all(server.setting("spring.kafka.bootstrap-servers")).stream());
    told.forEach(
        (place, texts) -> {
          if (texts.anyMatch(one -> one.contains(text))) {
            places.add(place);
          }
        });
    return places;
  }

  private List<String> tablesWith(String text) {
    String hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    return read(
            "SELECT relname::text FROM pg_class WHERE relnamespace = 'public'::regnamespace"
                + " AND relkind IN ('r', 'p') AND NOT relispartition AND relname <>"
                + " 'flyway_schema_history'",
            String.class)
        .stream()
        .filter(table -> holds(table, text, hex))
        .toList();
  }

  private boolean holds(String table, String text, String hex) {
    return Boolean.TRUE.equals(
        work.one(
                "SELECT EXISTS (SELECT FROM "
                    + table
                    + " t WHERE strpos(t::text, $1) > 0 OR strpos(t::text, $2) > 0) AS found",
                List.of(text, hex),
                row -> Objects.requireNonNull(row.get("found", Boolean.class)))
            .block(PATIENCE));
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
