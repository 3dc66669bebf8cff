package io.outlay.ingestion.exchangerate;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.outlay.domain.error.Unavailable;
import io.outlay.domain.exchangerate.EcbHistory;
import io.outlay.domain.exchangerate.ExchangeRates;
import io.outlay.domain.exchangerate.Quotation;
import io.outlay.domain.exchangerate.RateSource;
import io.outlay.domain.exchangerate.RatesImported;
import io.outlay.domain.exchangerate.UnreadableRates;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.util.retry.Retry;

/**
 * Keeps the shared table of exchange rates up to date from a published one. What is known already
 * is left as it is, so that fetching again does no harm. A failure is logged and waits for the next
 * time: reports go on with the rates of at most seven days before.
 */
public final class RateFetch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RateFetch.class);
  private static final int LARGEST_ANSWER = 10 * 1024 * 1024;
  private static final int CALLS_JUDGED = 6;

  private final RateFetchSettings settings;
  private final ExchangeRates rates;
  private final Scheduler reading = Schedulers.newBoundedElastic(1, 4, "exchange-rates", 60, true);
  private final CircuitBreaker breaker =
      CircuitBreaker.of(
          "exchange-rates",
          CircuitBreakerConfig.custom()
              .slidingWindowSize(CALLS_JUDGED)
              .minimumNumberOfCalls(CALLS_JUDGED)
              .waitDurationInOpenState(Duration.ofMinutes(5))
              .build());

  /** Fetches nothing yet. */
  public RateFetch(RateFetchSettings settings, ExchangeRates rates) {
    this.settings = settings;
    this.rates = rates;
  }

  /** Fetches now and then again and again, until disposed. */
  public Disposable start() {
    return Flux.interval(Duration.ZERO, settings.every())
        .onBackpressureDrop()
        .concatMap(time -> fetchOrLog(), 1)
        .subscribe(
            imported -> LOG.info("exchange rates fetched: {} changed", imported.changedRates()));
  }

  /**
   * Fetches once.
   *
   * @return what was new; errors with {@link UnreadableRates} when the answer is no such table,
   *     with {@link Unavailable} when there is no good answer
   */
  public Mono<RatesImported> fetch() {
    return Mono.defer(this::download)
        .timeout(settings.timeout())
        .transformDeferred(CircuitBreakerOperator.of(breaker))
        .retryWhen(Retry.backoff(settings.tries() - 1L, settings.firstWait()))
        .onErrorMap(error -> new Unavailable("Exchange rates could not be fetched.", error))
        .publishOn(reading)
        .map(RateFetch::quotations)
        .flatMap(quotations -> rates.importShared(RateSource.ECB, Flux.fromIterable(quotations)));
  }

  @Override
  public void close() {
    reading.dispose();
  }

  private Mono<RatesImported> fetchOrLog() {
    return fetch()
        .doOnError(error -> LOG.warn("exchange rates were not fetched: {}", error.getMessage()))
        .onErrorComplete(); // told above; the next time tries again
  }

  private Mono<byte[]> download() {
    return HttpClient.create()
        .followRedirect(true)
        .responseTimeout(settings.timeout())
        .get()
        .uri(settings.address())
        .response(RateFetch::bounded)
        .collect(ByteArrayOutputStream::new, (all, chunk) -> all.writeBytes(chunk))
        .map(ByteArrayOutputStream::toByteArray);
  }

  private static Flux<byte[]> bounded(HttpClientResponse response, ByteBufFlux body) {
    if (response.status().code() != 200) {
      return Flux.error(new Unavailable("The answer had status " + response.status().code()));
    }
    AtomicLong size = new AtomicLong();
    return body.asByteArray()
        .doOnNext(
            chunk -> {
              if (size.addAndGet(chunk.length) > LARGEST_ANSWER) {
                throw new Unavailable("The answer is larger than " + LARGEST_ANSWER + " bytes");
              }
            });
  }

  private static List<Quotation> quotations(byte[] table) {
    try (Stream<Quotation> quotations = EcbHistory.read(new ByteArrayInputStream(table))) {
      return quotations.toList();
    }
  }
}
