package io.outlay.api.demo;

import io.outlay.domain.exchangerate.DemonstrationRates;
import io.outlay.domain.exchangerate.ExchangeRates;
import io.outlay.domain.exchangerate.Quotation;
import io.outlay.domain.exchangerate.RateSource;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Rates up to today: the European Central Bank's, and made-up ones after its last day here. */
final class DemoRates {

  private final ExchangeRates rates;
  private final Clock clock;

  DemoRates(ExchangeRates rates, Clock clock) {
    this.rates = rates;
    this.clock = clock;
  }

  Mono<Void> load() {
    return Mono.fromCallable(DemonstrationRates::quoted)
        .subscribeOn(Schedulers.boundedElastic())
        .flatMap(this::load);
  }

  private Mono<Void> load(List<Quotation> quoted) {
    LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
    return rates
        .importShared(RateSource.ECB, Flux.fromIterable(quoted))
        .then(
            rates.importShared(
                RateSource.GENERATED,
                Flux.fromIterable(DemonstrationRates.generated(quoted, today))))
        .then();
  }
}
