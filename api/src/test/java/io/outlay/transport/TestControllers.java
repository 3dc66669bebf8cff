package io.outlay.transport;

import io.outlay.domain.error.BadRequest;
import io.outlay.domain.error.Conflict;
import io.outlay.domain.error.CursorExpired;
import io.outlay.domain.error.Forbidden;
import io.outlay.domain.error.NotFound;
import io.outlay.domain.error.Unavailable;
import io.outlay.domain.organization.Viewer;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Resolvers that show what a transport must cope with. */
@Controller
class TestControllers {

  final AtomicInteger cancelled = new AtomicInteger();
  final AtomicInteger executed = new AtomicInteger();

  record Me(String organization, String actor, String role, String language) {}

  record Item(String name, @Nullable Item child, @Nullable Money spend) {}

  record ItemConnection(List<Item> nodes, int totalCount) {}

  record Money(String amount, String currencyCode) {}

  record PointInput(int x, @Nullable Integer y) {}

  @QueryMapping
  String hello(@Argument @Nullable String name) {
    return "Hello " + (name == null ? "you" : name);
  }

  @QueryMapping
  @Nullable String echo(@Argument @Nullable Integer number, @Argument @Nullable PointInput point) {
    return number + " " + point;
  }

  @QueryMapping
  Me me(@ContextValue Viewer viewer) {
    return new Me(
        viewer.organization().toString(),
        viewer.actor(),
        viewer.role().name(),
        viewer.language().name());
  }

  @QueryMapping
  Mono<String> fail(@Argument String how) {
    return Mono.error(() -> failure(how));
  }

  @QueryMapping
  Mono<String> failHard(@Argument String how) {
    return Mono.error(() -> failure(how));
  }

  @QueryMapping
  Mono<String> sleep(@Argument double seconds) {
    return Mono.delay(Duration.ofMillis((long) (seconds * 1000)))
        .map(done -> "slept")
        .doOnCancel(cancelled::incrementAndGet);
  }

  @QueryMapping
  ItemConnection items(@Argument int first) {
    List<Item> nodes =
        IntStream.range(0, Math.min(first, 20))
            .mapToObj(i -> new Item("item " + i, null, null))
            .toList();
    return new ItemConnection(nodes, nodes.size());
  }

  @QueryMapping
  Item item() {
    return new Item("one", new Item("two", null, null), new Money("1.50", "USD"));
  }

  @QueryMapping
  Money spend() {
    return new Money("40460.059972", "USD");
  }

  @QueryMapping
  Mono<Integer> count() {
    return Mono.fromCallable(executed::incrementAndGet);
  }

  record Report(int made, String forWhom) {}

  /** What is kept and shared must be made once; {@code slow} takes a while. */
  @QueryMapping
  Mono<Report> report(@Argument @Nullable String name, @ContextValue Viewer viewer) {
    Duration takes = Duration.ofMillis("slow".equals(name) ? 500 : 0);
    return Mono.delay(takes)
        .map(
            done ->
                new Report(executed.incrementAndGet(), viewer.role() + " " + viewer.language()));
  }

  @SchemaMapping(typeName = "Report")
  Mono<String> missing() {
    return Mono.error(() -> failure("away"));
  }

  @BatchMapping(typeName = "Item")
  Mono<Map<Item, String>> slow(List<Item> items) {
    return Mono.delay(Duration.ofSeconds(30))
        .map(done -> items.stream().collect(Collectors.toMap(item -> item, Item::name)))
        .doOnCancel(cancelled::incrementAndGet);
  }

  @MutationMapping("count")
  int add(@Argument int by) {
    return executed.addAndGet(by);
  }

  @SubscriptionMapping
  Flux<Integer> ticks(@Argument int count) {
    return Flux.range(1, count);
  }

  @SubscriptionMapping
  Flux<String> flood(@Argument int size) {
    return Flux.range(0, 100_000).map(i -> "x".repeat(size)).doOnCancel(cancelled::incrementAndGet);
  }

  @SubscriptionMapping
  Flux<Integer> forever() {
    return Flux.<Integer>never().doOnCancel(cancelled::incrementAndGet);
  }

  @SubscriptionMapping
  Flux<Integer> broken() {
    return Flux.just(1).concatWith(Flux.error(() -> failure("secret")));
  }

  private static Throwable failure(String how) {
    return switch (how) {
      case "bad" -> BadRequest.of("range.from", "2026-02-30", "a date such as 2026-02-28");
      case "missing" -> new NotFound("There is no such campaign.");
      case "conflict" -> new Conflict("The days belong to another source.");
      case "forbidden" -> new Forbidden("Only admins may do this.");
      case "cursor" -> new CursorExpired();
      case "away" -> new Unavailable("The database is away.");
      case "database" ->
          new R2dbcNonTransientResourceException("host db.internal:5432 SELECT", "08006");
      default -> new IllegalStateException("org.secret.Thing failed: SELECT * FROM secret");
    };
  }
}
