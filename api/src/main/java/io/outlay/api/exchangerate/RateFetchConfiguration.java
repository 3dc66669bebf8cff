package io.outlay.api.exchangerate;

import io.outlay.api.role.ConditionalOnRole;
import io.outlay.api.role.ProcessRole;
import io.outlay.domain.exchangerate.ExchangeRates;
import io.outlay.ingestion.exchangerate.RateFetch;
import io.outlay.ingestion.exchangerate.RateFetchSettings;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import reactor.core.Disposable;
import reactor.core.Disposables;

/**
 * Fetches exchange rates where {@code outlay.exchange-rates.address} names a published table;
 * without it nothing is fetched.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(ProcessRole.INGESTION)
@ConditionalOnProperty("outlay.exchange-rates.address")
class RateFetchConfiguration implements AutoCloseable {

  private final Disposable.Swap running = Disposables.swap();

  @Bean
  RateFetch rateFetch(@Value("${outlay.exchange-rates.address}") URI address, ExchangeRates rates) {
    return new RateFetch(RateFetchSettings.of(address), rates);
  }

  @EventListener
  void start(ApplicationReadyEvent ready) {
    running.update(ready.getApplicationContext().getBean(RateFetch.class).start());
  }

  @Override
  public void close() {
    running.dispose();
  }
}
