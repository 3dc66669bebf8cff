package io.outlay.ingestion.platform;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** A server on this machine that answers as a test says and remembers what it was asked. */
public final class FakePlatform implements AutoCloseable {

  private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger count = new AtomicInteger();
  private final DisposableServer server;
  private final Function<Asked, Answer> answers;

  /**
   * @param answers the answer to each request
   */
  public FakePlatform(Function<Asked, Answer> answers) {
    this.answers = answers;
    this.server = HttpServer.create().host("127.0.0.1").port(0).handle(this::handle).bindNow();
  }

  /** Its address without a slash at the end. */
  public String url() {
    return "http://127.0.0.1:" + server.port();
  }

  /** All requests so far. */
  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  @Override
  public void close() {
    server.disposeNow(Duration.ofSeconds(5));
  }

  private Flux<Void> handle(HttpServerRequest request, HttpServerResponse response) {
    return request
        .receive()
        .aggregate()
        .asString(StandardCharsets.UTF_8)
        .defaultIfEmpty("")
        .flatMapMany(body -> answer(request, body, response));
  }

  private Flux<Void> answer(HttpServerRequest request, String body, HttpServerResponse response) {
    Map<String, String> headers = new LinkedHashMap<>();
    request
        .requestHeaders()
        .forEach(entry -> headers.put(entry.getKey().toLowerCase(Locale.ROOT), entry.getValue()));
    Asked one =
        new Asked(count.incrementAndGet(), request.method().name(), request.uri(), headers, body);
    asked.add(one);
    Answer answer = answers.apply(one);
    if (answer.status() == Answer.HANGS) {
      return Flux.from(Mono.<Void>never());
    }
    response.status(answer.status()).header("Content-Type", answer.type());
    answer.headers().forEach(response::header);
    return Flux.from(response.sendString(Mono.just(answer.body())).then());
  }

  /**
   * A request.
   *
   * @param number from 1
   * @param uri path and query
   * @param headers with names in small letters
   */
  public record Asked(
      int number, String method, String uri, Map<String, String> headers, String body) {}

  /** An answer. */
  public record Answer(int status, String type, Map<String, String> headers, String body) {

    static final int HANGS = -1;

    /** A good one. */
    public static Answer json(String body) {
      return json(200, body);
    }

    /** One of this status. */
    public static Answer json(int status, String body) {
      return new Answer(status, "application/json; charset=utf-8", Map.of(), body);
    }

    /** None, ever. */
    public static Answer never() {
      return new Answer(HANGS, "", Map.of(), "");
    }

    /** The same with another header. */
    public Answer with(String name, String value) {
      Map<String, String> more = new LinkedHashMap<>(headers);
      more.put(name, value);
      return new Answer(status, type, more, body);
    }
  }
}
