package io.outlay.api.demo;

import io.outlay.domain.organization.Organization;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.postgres.Organizations;
import io.outlay.domain.platform.PlatformAccess;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Loads the demo once the server answers, and tells how far it is. */
final class DemoLoader implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DemoLoader.class);
  private static final int TRIES = 5;

  private final Organizations organizations;
  private final DemoRates rates;
  private final DemoAccounts accounts;
  private final DemoImport files;
  private final DemoJobs jobs;
  private final DemoRisk risk;
  private final Disposable.Swap loading = Disposables.swap();

  DemoLoader(
      Organizations organizations,
      DemoRates rates,
      DemoAccounts accounts,
      DemoImport files,
      DemoJobs jobs,
      DemoRisk risk) {
    this.organizations = organizations;
    this.rates = rates;
    this.accounts = accounts;
    this.files = files;
    this.jobs = jobs;
    this.risk = risk;
  }

  /** Begins in the background: the server answers meanwhile with what is already there. */
  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    loading.update(
        Mono.when(rates.load(), Flux.fromIterable(Advertiser.ALL).flatMap(this::load))
            .retryWhen(Retry.backoff(TRIES, Duration.ofSeconds(1)))
            .subscribe(
                nothing -> {},
                error -> LOG.error("The demo could not be loaded: {}", error.toString())));
  }

  /** Stops telling; what was asked for goes on by itself. */
  @Override
  public void close() {
    loading.dispose();
  }

  private Mono<Void> load(Advertiser advertiser) {
    return organizations
        .findByKey(advertiser.organizationKey())
        .map(Organization::id)
        .flatMap(
            organization ->
                accounts
                    .connect(organization, advertiser)
                    .collectList()
                    .delayUntil(connected -> files.ensure(organization, advertiser))
                    .flatMap(connected -> load(organization, advertiser, connected)));
  }

  /** Users come second: what was spent lately is what people look at first. */
  private Mono<Void> load(
      OrganizationId organization, Advertiser advertiser, List<PlatformAccess> connected) {
    DemoLoad load = new DemoLoad(advertiser, connected, jobs);
    return Mono.when(load.watch(), load.newestDays().then(risk.keep(organization, advertiser)));
  }
}
