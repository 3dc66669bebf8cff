package io.outlay.api.whole;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import io.outlay.api.Outlay;
import io.outlay.domain.test.MigratedDatabase;
import io.outlay.embedded.test.SharedServices;
import io.outlay.embedded.test.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.graphql.execution.SchemaReport;
import org.springframework.http.client.ReactorResourceFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server of its own, without the demo's figures or with them. */
final class WholeServer implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int LOOKS = 600;

  private final ConfigurableApplicationContext context;
  private final AtomicReference<@Nullable SchemaReport> report;
  private final Runnable afterwards;
  private final HttpClient client = HttpClient.newHttpClient();

  private WholeServer(
      ConfigurableApplicationContext context,
      AtomicReference<@Nullable SchemaReport> report,
      Runnable afterwards) {
    this.context = context;
    this.report = report;
    this.afterwards = afterwards;
  }

  /** A later server's database gives the same numbers to other organizations. */
  private static final List<String> TOPICS =
      List.of("outlay.slices", "outlay.user-events", "outlay.score-portions", "outlay.actions");

  /**
   * Starts one on a new database of the services that all tests share; of such servers one runs at
   * a time, for they share the log. More settings are given as on the command line.
   */
  static WholeServer start(String... more) {
    SharedServices services = SharedServices.get();
    MigratedDatabase database = MigratedDatabase.create();
    TestDatabase address = database.address();
    List<String> settings = new ArrayList<>(List.of(more));
    settings.addAll(
        List.of(
            "--outlay.demo=false",
            "--spring.r2dbc.url=" + address.r2dbcUrl(),
            "--spring.r2dbc.username=" + address.username(),
            "--spring.r2dbc.password=" + address.password(),
            "--spring.data.redis.url=" + services.redis().url(),
            "--spring.kafka.bootstrap-servers=" + services.kafka().bootstrapServers()));
    return start(
        context -> {},
        settings,
        () -> {
          TOPICS.forEach(services::deleteTopic);
          database.close();
        });
  }

  /** Starts one on embedded services of its own, beside which others may run. */
  static WholeServer startEmbedded(String... more) throws IOException {
    Path home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "whole");
    return start(context -> {}, embedded("false", home, more), () -> {});
  }

  /**
   * Starts one with the demo's figures on a folder that may hold them already.
   *
   * @param console gets what is logged
   */
  static WholeServer startDemo(
      Path home, Clock clock, Appender<ILoggingEvent> console, String... more) {
    return start(
        context -> {
          context.registerBean(
              "testClock", Clock.class, () -> clock, bean -> bean.setPrimary(true));
          console.start(); // here, because a start begins by taking former appenders away
          ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).addAppender(console);
        },
        embedded("true", home, more),
        () -> {});
  }

  private static List<String> embedded(String demo, Path home, String... more) {
    List<String> settings = new ArrayList<>(List.of(more));
    settings.addAll(List.of("--outlay.demo=" + demo, "--outlay.home=" + home));
    return settings;
  }

  /** Starts one without the demo on a folder that may hold its figures. */
  static WholeServer startWithoutDemo(Path home, Clock clock, String... more) {
    return start(
        context ->
            context.registerBean(
                "testClock", Clock.class, () -> clock, bean -> bean.setPrimary(true)),
        embedded("false", home, more),
        () -> {});
  }

  private static WholeServer start(
      Consumer<GenericApplicationContext> more, List<String> settings, Runnable afterwards) {
    AtomicReference<@Nullable SchemaReport> report = new AtomicReference<>();
    GraphQlSourceBuilderCustomizer inspection = source -> source.inspectSchemaMappings(report::set);
    return new WholeServer(
        new SpringApplicationBuilder(Outlay.class)
            .initializers(
                context -> {
                  context.getBeanFactory().registerSingleton("schemaInspection", inspection);
                  GenericApplicationContext beans = (GenericApplicationContext) context;
                  beans.registerBean(ReactorResourceFactory.class, WholeServer::ownThreads);
                  more.accept(beans);
                })
            .run(
                Stream.concat(
                        Stream.of("--server.port=0", "--spring.main.register-shutdown-hook=false"),
                        settings.stream())
                    .toArray(String[]::new)),
        report,
        afterwards);
  }

  /** Several servers of one test run must not close each other's. */
  private static ReactorResourceFactory ownThreads() {
    ReactorResourceFactory resources = new ReactorResourceFactory();
    resources.setUseGlobalResources(false);
    return resources;
  }

  boolean has(Class<?> type) {
    return context.getBeanNamesForType(type).length > 0;
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** What the engine found when it matched schema and controllers. */
  SchemaReport schemaReport() {
    return Objects.requireNonNull(report.get());
  }

  /** The answer's data and errors. */
  JsonNode ask(String token, String query, Map<String, ?> variables) {
    return send(
        token,
        "/graphql",
        "application/json",
        BodyPublishers.ofString(
            JSON.writeValueAsString(Map.of("query", query, "variables", variables))));
  }

  /** Starts a subscription; its events arrive in the queue, in order. */
  BlockingQueue<JsonNode> subscribe(String token, String query) {
    BlockingQueue<JsonNode> events = new LinkedBlockingQueue<>();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/graphql"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("Accept", "text/event-stream")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("query", query))))
            .build();
    Thread.ofVirtual().start(() -> listen(request, events));
    return events;
  }

  private void listen(HttpRequest request, BlockingQueue<JsonNode> events) {
    try (Stream<String> lines = client.send(request, BodyHandlers.ofLines()).body()) {
      lines
          .filter(line -> line.startsWith("data: {"))
          .forEach(line -> events.add(JSON.readTree(line.substring("data: ".length()))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Id of the kept upload. */
  String upload(String token, Path file) throws IOException {
    return send(token, "/imports", "text/csv", BodyPublishers.ofFile(file))
        .required("uploadId")
        .asString();
  }

  /** Id of the kept text. */
  String upload(String token, String csv) {
    return send(token, "/imports", "text/csv", BodyPublishers.ofString(csv))
        .required("uploadId")
        .asString();
  }

  /** Asks again and again until the answer is as wanted; gives the last one after a minute. */
  JsonNode await(String token, String query, Map<String, ?> variables, Predicate<JsonNode> wanted) {
    JsonNode answer = ask(token, query, variables);
    for (int look = 0; look < LOOKS && !wanted.test(answer); look++) {
      LockSupport.parkNanos(100_000_000);
      answer = ask(token, query, variables);
    }
    return answer;
  }

  /** What is answered to a GET. */
  String page(String token, String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
            .header("Authorization", "Bearer " + token)
            .build();
    try {
      return client.send(request, BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A setting as the server sees it. */
  String setting(String name) {
    return Objects.requireNonNull(context.getEnvironment().getProperty(name), name);
  }

  /** Where it listens. */
  int port() {
    return Integer.parseInt(
        String.valueOf(context.getEnvironment().getProperty("local.server.port")));
  }

  @Override
  public void close() {
    context.close();
    afterwards.run();
  }

  private JsonNode send(String token, String path, String type, HttpRequest.BodyPublisher body) {
    String port = context.getEnvironment().getProperty("local.server.port");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", type)
            .POST(body)
            .build();
    try {
      return JSON.readTree(client.send(request, BodyHandlers.ofString()).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
