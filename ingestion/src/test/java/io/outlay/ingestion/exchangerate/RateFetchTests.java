package io.outlay.ingestion.exchangerate;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.error.Unavailable;
import io.outlay.domain.exchangerate.ExchangeRatePage;
import io.outlay.domain.exchangerate.ExchangeRateQuery;
import io.outlay.domain.exchangerate.ExchangeRates;
import io.outlay.domain.exchangerate.Quotation;
import io.outlay.domain.exchangerate.RateSource;
import io.outlay.domain.exchangerate.RatesImported;
import io.outlay.domain.exchangerate.UnreadableRates;
import io.outlay.domain.organization.OrganizationId;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.test.StepVerifier;

class RateFetchTests {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String TABLE = "Date,USD,KRW\n2026-04-13,1.1684,1740.86\n";

  private final AtomicInteger calls = new AtomicInteger();
  private final Kept kept = new Kept();

  @Test
  void triesAgainAfterAFailureAndTakesTheTable() {
    try (Published published = publish(1, TABLE)) {
      StepVerifier.create(published.fetch().fetch())
          .assertNext(imported -> assertThat(imported.quotations()).isEqualTo(3))
          .expectComplete()
          .verify(PATIENCE);
    }
    assertThat(calls).hasValue(2);
    assertThat(kept.quotations).extracting(Quotation::currencyCode).contains("USD", "KRW", "EUR");
  }

  @Test
  void givesUpAfterItsTriesAndTellsNoHost() {
    try (Published published = publish(99, TABLE)) {
      StepVerifier.create(published.fetch().fetch())
          .expectErrorSatisfies(
              error ->
                  assertThat(error)
                      .isInstanceOf(Unavailable.class)
                      .hasMessageNotContaining("127.0.0.1"))
          .verify(PATIENCE);
    }
    assertThat(calls).hasValue(3);
  }

  @Test
  void takesNothingFromAnAnswerThatIsNoTable() {
    try (Published published = publish(0, "<html>")) {
      StepVerifier.create(published.fetch().fetch())
          .expectError(UnreadableRates.class)
          .verify(PATIENCE);
    }
    assertThat(calls).hasValue(1);
    assertThat(kept.quotations).isEmpty();
  }

  private record Published(DisposableServer server, RateFetch fetch) implements AutoCloseable {
    @Override
    public void close() {
      fetch.close();
      server.disposeNow(PATIENCE);
    }
  }

  private Published publish(int failures, String table) {
    DisposableServer server =
        HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .handle(
                (request, response) ->
                    calls.incrementAndGet() <= failures
                        ? response.status(503).send()
                        : response.sendString(Mono.just(table)))
            .bindNow(PATIENCE);
    RateFetchSettings settings =
        new RateFetchSettings(
            URI.create("http://127.0.0.1:" + server.port() + "/hist"),
            Duration.ofHours(1),
            Duration.ofSeconds(5),
            3,
            Duration.ofMillis(20));
    return new Published(server, new RateFetch(settings, kept));
  }

  /** Rates kept in a list. */
  private static final class Kept implements ExchangeRates {
    private final List<Quotation> quotations = new ArrayList<>();

    @Override
    public Mono<RatesImported> importShared(RateSource source, Flux<Quotation> imported) {
      return imported
          .doOnNext(quotations::add)
          .count()
          .map(count -> new RatesImported(null, count, count, 0, 0));
    }

    @Override
    public Mono<ExchangeRatePage> page(ExchangeRateQuery query) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Mono<Long> count(ExchangeRateQuery query) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Mono<Boolean> isKnown(OrganizationId organization, String table) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Mono<RatesImported> importOwn(
        OrganizationId organization,
        String table,
        Flux<Quotation> imported,
        Audit<RatesImported> audit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Mono<LocalDate> lastSharedDay(RateSource source) {
      throw new UnsupportedOperationException();
    }
  }
}
