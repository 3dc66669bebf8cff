package io.outlay.api.pages;

import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import graphql.GraphQL;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.WebsocketServerSpec;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.http.websocket.WebsocketOutbound;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The real pages over an endpoint with a tiny schema and one answer, for what a page does by
 * itself.
 */
final class CannedServer implements AutoCloseable {

  /** What the endpoint answers to whoever sends a token. */
  static final String ANSWER = "{\"data\":{\"viewer\":{\"role\":\"canned\"}}}";

  private static final String REFUSAL =
      "{\"errors\":[{\"message\":\"no token\",\"extensions\":{\"code\":\"UNAUTHENTICATED\"}}]}";

  private static final JsonMapper JSON = new JsonMapper();
  private static final WebsocketServerSpec SOCKET =
      WebsocketServerSpec.builder().protocols("graphql-transport-ws").build();

  private static final GraphQL SCHEMA =
      GraphQL.newGraphQL(
              UnExecutableSchemaGenerator.makeUnExecutableSchema(
                  new SchemaParser()
                      .parse("type Query { viewer: Viewer! } type Viewer { role: String! }")))
          .build();

  private final List<String> authorizations = new CopyOnWriteArrayList<>();
  private final List<Asked> questions = new CopyOnWriteArrayList<>();
  private final DisposableServer server;

  private CannedServer(RouterFunction<ServerResponse> pages) {
    RouterFunction<ServerResponse> routes =
        pages.and(route().POST("/graphql", this::answer).build());
    server =
        HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .route(
                paths ->
                    paths
                        .ws("/graphql", this::talk, SOCKET)
                        .route(any -> true, new ReactorHttpHandlerAdapter(http(routes))))
            .bindNow();
  }

  /** A server that is no demo. */
  static CannedServer withoutDemo() {
    return new CannedServer(new PageRoutes().pages());
  }

  /** A server of the default profile. */
  static CannedServer withDemo() {
    return new CannedServer(new PageRoutes().pages().and(new DemoRoutes().demoTokens()));
  }

  String address(String path) {
    return "http://127.0.0.1:" + server.port() + path;
  }

  /** The Authorization headers and first messages that reached the endpoint, in order. */
  List<String> authorizations() {
    return List.copyOf(authorizations);
  }

  private static HttpHandler http(RouterFunction<ServerResponse> routes) {
    return RouterFunctions.toHttpHandler(routes);
  }

  /** A subscription that tells the one answer once. */
  private Flux<Void> talk(WebsocketInbound in, WebsocketOutbound out) {
    return in.receive()
        .asString()
        .map(JSON::readTree)
        .concatMap(message -> out.sendString(Flux.fromIterable(repliesTo(message))));
  }

  private List<String> repliesTo(JsonNode message) {
    String id = message.path("id").asString("");
    return switch (message.path("type").asString()) {
      case "connection_init" -> {
        authorizations.add(message.path("payload").path("Authorization").asString());
        yield List.of("{\"type\":\"connection_ack\"}");
      }
      case "subscribe" ->
          List.of(
              "{\"type\":\"next\",\"id\":\"%s\",\"payload\":%s}".formatted(id, ANSWER),
              "{\"type\":\"complete\",\"id\":\"%s\"}".formatted(id));
      default -> List.of();
    };
  }

  /** What was asked by POST, in order, introspection left out. */
  List<Asked> questions() {
    return List.copyOf(questions);
  }

  private Mono<ServerResponse> answer(ServerRequest request) {
    String authorization = request.headers().firstHeader("Authorization");
    if (authorization == null) {
      return ServerResponse.status(401).contentType(APPLICATION_JSON).bodyValue(REFUSAL);
    }
    authorizations.add(authorization);
    return request
        .bodyToMono(Asked.class)
        .flatMap(
            asked -> ServerResponse.ok().contentType(APPLICATION_JSON).bodyValue(answerTo(asked)));
  }

  private Object answerTo(Asked asked) {
    if ("IntrospectionQuery".equals(asked.operationName())) {
      return SCHEMA.execute(asked.query()).toSpecification();
    }
    questions.add(asked);
    return ANSWER;
  }

  /** What came by POST. */
  record Asked(
      String query, @Nullable String operationName, @Nullable Map<String, Object> variables) {}

  @Override
  public void close() {
    server.disposeNow();
  }
}
