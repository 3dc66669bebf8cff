package io.outlay.ingestion.platform.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.AdAccountKey;
import io.outlay.domain.platform.PlatformConnection;
import io.outlay.domain.platform.PlatformCredential;
import io.outlay.ingestion.platform.PlatformFailure;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Waits, breakers and tokens in virtual time. */
class PlatformCallsTests {

  private static final String SECRET = "secret-of-the-account";

  private final List<Instant> asked = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger numbers = new AtomicInteger();
  private final List<String> tokens = Collections.synchronizedList(new ArrayList<>());
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private VirtualTimeScheduler time = VirtualTimeScheduler.create();
  private InstantSource clock = InstantSource.system();

  @BeforeEach
  void stopTheClock() {
    time = VirtualTimeScheduler.getOrSet();
    clock = () -> Instant.ofEpochMilli(time.now(TimeUnit.MILLISECONDS));
  }

  @AfterEach
  void startTheClock() {
    VirtualTimeScheduler.reset();
  }

  @Test
  void triesFiveTimesAndThenTellsWhatFailed() {
    Watched<String> call = call(calls(number -> answer(500, Map.of())), account("a"));

    time.advanceTimeBy(Duration.ofMinutes(5));

    assertThat(asked).hasSize(5);
    assertThat(call.error).isInstanceOf(PlatformFailure.Unavailable.class);
  }

  @Test
  void waitsAtMostTwiceAsLongBeforeEachFurtherTry() {
    call(calls(number -> answer(500, Map.of())), account("a"));
    List<Integer> counts = new ArrayList<>();

    for (int bound : List.of(1, 2, 4, 8)) {
      time.advanceTimeBy(Duration.ofSeconds(bound));
      counts.add(asked.size());
    }

    assertThat(counts.get(0)).isBetween(2, 5);
    assertThat(counts.get(1)).isBetween(3, 5);
    assertThat(counts.get(2)).isBetween(4, 5);
    assertThat(counts.get(3)).isEqualTo(5);
  }

  @Test
  void neverAsksBeforeThePlatformWishes() {
    Watched<String> call =
        call(
            calls(number -> number == 1 ? answer(429, Map.of("Retry-After", "30")) : good()),
            account("a"));

    time.advanceTimeBy(Duration.ofSeconds(29));
    assertThat(asked).hasSize(1);
    time.advanceTimeBy(Duration.ofSeconds(3));

    assertThat(asked).hasSize(2);
    assertThat(call.value).isEqualTo("{}");
  }

  @Test
  void aWishBeyondOurPatienceIsToldAtOnceAndKeepsTheAccountQuiet() {
    PlatformCalls calls =
        calls(number -> number == 1 ? answer(429, Map.of("Retry-After", "600")) : good());

    Watched<String> first = call(calls, account("a"));
    Watched<String> second = call(calls, account("a"));
    Watched<String> other = call(calls, account("b"));
    time.advanceTimeBy(Duration.ZERO);

    assertThat(first.error)
        .isInstanceOfSatisfying(
            PlatformFailure.Throttled.class,
            throttled -> assertThat(throttled.retryAfter()).isEqualTo(Duration.ofMinutes(10)));
    assertThat(second.error).isInstanceOf(PlatformFailure.Throttled.class);
    assertThat(other.value).isEqualTo("{}");
    assertThat(asked).hasSize(2);
  }

  @Test
  void anAccountThatKeepsFailingIsLeftAloneForFifteenSecondsAndOthersAreNot() {
    PlatformCalls calls = calls(number -> answer(500, Map.of()));
    call(calls, account("a"));
    time.advanceTimeBy(Duration.ofSeconds(15));
    call(calls, account("a"));
    time.advanceTimeBy(Duration.ofSeconds(15));
    assertThat(asked).hasSize(10);
    // Ten failures have opened the breaker some seconds ago; wait until it lets two through.
    time.advanceTimeBy(Duration.ofSeconds(15));
    call(calls, account("a"));
    time.advanceTimeBy(Duration.ofSeconds(5));
    int opened = asked.size();
    assertThat(opened).isEqualTo(12);

    Watched<String> refused = call(calls, account("a"));
    assertThat(asked).hasSize(opened);
    Watched<String> other = call(calls, account("b"));

    assertThat(refused.error)
        .isInstanceOf(PlatformFailure.Unavailable.class)
        .hasMessageContaining("repeatedly");
    assertThat(asked).hasSize(opened + 1);
    assertThat(other.error).isNull();
  }

  @Test
  void aPlatformThatBeginsItsAnswersLateIsLeftAlone() {
    PlatformCalls calls = calls(number -> good().delaySubscription(Duration.ofSeconds(6)));
    for (int i = 0; i < 10; i++) {
      call(calls, account("a"));
      time.advanceTimeBy(Duration.ofSeconds(20));
    }

    assertThat(call(calls, account("a")).error).isInstanceOf(PlatformFailure.Unavailable.class);
    assertThat(asked).hasSize(10);
  }

  @Test
  void aRefusedTokenIsRenewedOnceAndThenAPersonIsNeeded() {
    Watched<String> renewed =
        call(calls(number -> number == 1 ? answer(401, Map.of()) : good()), account("a"));
    time.advanceTimeBy(Duration.ZERO);
    assertThat(renewed.value).isEqualTo("{}");
    assertThat(tokens).containsExactly("Bearer token-1", "Bearer token-2");

    Watched<String> refused = call(calls(number -> answer(401, Map.of())), account("b"));
    time.advanceTimeBy(Duration.ofMinutes(5));

    assertThat(refused.error).isInstanceOf(PlatformFailure.CredentialRefused.class);
    assertThat(tokens).hasSize(4);
  }

  @Test
  void asksForNoMoreThanEightThingsAtOnce() {
    PlatformCalls calls = calls(number -> Mono.never());

    for (int i = 0; i < 20; i++) {
      call(calls, account("a" + i));
    }
    time.advanceTimeBy(Duration.ZERO);

    assertThat(asked).hasSize(8);
  }

  @Test
  void anAnswerThatNeverComesIsGivenUp() {
    Watched<String> call = call(calls(number -> Mono.never()), account("a"));

    time.advanceTimeBy(Duration.ofMinutes(10));

    assertThat(asked).hasSize(5);
    assertThat(call.error)
        .isInstanceOf(PlatformFailure.Unavailable.class)
        .hasMessageContaining("within 60 s");
  }

  @Test
  void anAnswerTooLargeIsTooMuchData() {
    Watched<String> call = call(calls(number -> body("x".repeat(2_000))), account("a"));
    time.advanceTimeBy(Duration.ZERO);

    assertThat(call.error).isInstanceOf(PlatformFailure.TooMuchData.class);
    assertThat(asked).hasSize(1);
  }

  @Test
  void whatCannotBeReadIsAskedForAgain() {
    Watched<String> call =
        call(calls(number -> number < 3 ? body("{\"half\":") : good()), account("a"));
    time.advanceTimeBy(Duration.ofMinutes(1));

    assertThat(call.value).isEqualTo("{}");
    assertThat(asked).hasSize(3);
  }

  @Test
  void aBrokenConnectionDoesNotShowWhatWasAskedFor() {
    Watched<String> call =
        call(
            calls(
                number ->
                    Mono.error(
                        new WebClientRequestException(
                            new IOException("Connection reset by peer"),
                            HttpMethod.GET,
                            URI.create("http://x/?token=" + SECRET),
                            HttpHeaders.EMPTY))),
            account("a"));
    time.advanceTimeBy(Duration.ofMinutes(5));

    assertThat(call.error).isInstanceOf(PlatformFailure.Unavailable.class);
    for (Throwable at = call.error; at != null; at = at.getCause()) {
      assertThat(at.toString()).doesNotContain(SECRET);
    }
  }

  @Test
  void measuresByPlatformAndOutcomeOnly() {
    call(calls(number -> good()), account("a"));
    time.advanceTimeBy(Duration.ZERO);

    List<Meter.Id> ids = meters.getMeters().stream().map(Meter::getId).toList();
    assertThat(ids).extracting(Meter.Id::getName).contains("outlay.platform.calls");
    assertThat(ids)
        .flatExtracting(Meter.Id::getTags)
        .extracting(Tag::getKey)
        .containsOnly("platform", "outcome");
    assertThat(meters.get("outlay.platform.calls").tag("outcome", "ok").timer().count()).isOne();
  }

  private PlatformCalls calls(IntFunction<Mono<ClientResponse>> answers) {
    WebClient client =
        WebClient.builder()
            .exchangeFunction(
                request -> {
                  asked.add(clock.instant());
                  tokens.addAll(request.headers().getOrEmpty(HttpHeaders.AUTHORIZATION));
                  return answers.apply(asked.size());
                })
            .build();
    CachedTokens cached =
        new CachedTokens(
            connection ->
                Mono.fromSupplier(
                    () ->
                        new IssuedToken("token-" + numbers.incrementAndGet(), Duration.ofHours(1))),
            clock);
    return new PlatformCalls(
        "TEST",
        client,
        CallSettings.usual().withLargestAnswer(1_000),
        new PlainRules(),
        cached,
        meters,
        clock);
  }

  private Watched<String> call(PlatformCalls calls, PlatformConnection connection) {
    Watched<String> watched = new Watched<>();
    calls
        .call(
            new OpenFetch(connection, clock.instant()),
            PlatformCall.get("something", "http://platform.example/path"),
            answer -> Answers.json(answer).toString())
        .subscribe(value -> watched.value = value, error -> watched.error = error);
    time.advanceTimeBy(Duration.ZERO);
    return watched;
  }

  private static Mono<ClientResponse> good() {
    return body("{}");
  }

  private static Mono<ClientResponse> body(String body) {
    return Mono.fromSupplier(
        () ->
            ClientResponse.create(HttpStatus.OK)
                .header(HttpHeaders.CONTENT_TYPE, "application/json")
                .body(body)
                .build());
  }

  private static Mono<ClientResponse> answer(int status, Map<String, String> headers) {
    return Mono.fromSupplier(
        () ->
            ClientResponse.create(HttpStatus.valueOf(status))
                .headers(own -> headers.forEach(own::set))
                .body(Flux.empty())
                .build());
  }

  private static PlatformConnection account(String id) {
    return new PlatformConnection(
        new AdAccountKey(new OrganizationId(1), "TEST", id),
        "v1",
        new PlatformCredential(Map.of("secret", SECRET)));
  }

  private static final class Watched<T> {
    private @Nullable T value;
    private @Nullable Throwable error;
  }

  private static final class PlainRules implements AnswerRules {
    @Override
    public void check(PlatformAnswer answer) {
      if (answer.status() == 401) {
        throw CallFailed.newToken(new PlatformFailure.CredentialRefused("refused"));
      }
      if (answer.status() == 429) {
        Duration wait = RetryAfter.of(answer, Duration.ZERO);
        throw CallFailed.retryAfter(new PlatformFailure.Throttled("slower", wait), wait);
      }
      if (!answer.isSuccess()) {
        throw CallFailed.retry(new PlatformFailure.Unavailable("broken", null));
      }
    }
  }
}
