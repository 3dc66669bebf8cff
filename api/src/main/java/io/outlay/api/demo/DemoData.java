package io.outlay.api.demo;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.exchangerate.DemonstrationRates;
import io.outlay.domain.exchangerate.ExchangeRates;
import io.outlay.domain.exchangerate.Quotation;
import io.outlay.domain.exchangerate.RateSource;
import io.outlay.domain.job.Job;
import io.outlay.domain.job.JobFilter;
import io.outlay.domain.job.Jobs;
import io.outlay.domain.organization.Organization;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.organization.postgres.Organizations;
import io.outlay.ingestion.demo.DemoCompany;
import io.outlay.ingestion.demo.DemoExport;
import io.outlay.ingestion.rawinput.RawInputs;
import io.outlay.ingestion.spendimport.SpendImports;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The demo's figures: exchange rates, and each company's exports imported as a user would. */
final class DemoData {

  /** Who the audit log and the jobs name for what the demo does by itself. */
  private static final String ACTOR = "demo";

  private static final JobFilter IMPORTS = new JobFilter(Set.of(SpendImports.KIND), Set.of());

  /** Beyond so many imports a demo has been used for long, and was loaded long ago. */
  private static final int LOOKED_AT = 500;

  private final Organizations organizations;
  private final ExchangeRates rates;
  private final RawInputs rawInputs;
  private final SpendImports imports;
  private final Jobs jobs;
  private final Clock clock;

  DemoData(
      Organizations organizations,
      ExchangeRates rates,
      RawInputs rawInputs,
      SpendImports imports,
      Jobs jobs,
      Clock clock) {
    this.organizations = organizations;
    this.rates = rates;
    this.rawInputs = rawInputs;
    this.imports = imports;
    this.jobs = jobs;
    this.clock = clock;
  }

  /** Rates up to today: the European Central Bank's, and made-up ones after its last day here. */
  Mono<Void> loadRates() {
    return Mono.fromCallable(DemonstrationRates::quoted)
        .subscribeOn(Schedulers.boundedElastic())
        .flatMap(this::importRates);
  }

  /**
   * Imports of the company's exports that have not ended; those a start before this one did not
   * come to are asked for now. None once all have ended.
   */
  Flux<Job> load(DemoCompany company, String organizationKey) {
    return organizations
        .findByKey(organizationKey)
        .map(Organization::id)
        .flatMapMany(
            organization ->
                ofDemo(organization)
                    .flatMapMany(known -> importMissing(organization, company, known)));
  }

  /** The job as it stands now. */
  Mono<Job> find(Job job) {
    return jobs.find(job.organization(), Scope.EVERYTHING, job.id());
  }

  private Mono<Void> importRates(List<Quotation> quoted) {
    LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
    return rates
        .importShared(RateSource.ECB, Flux.fromIterable(quoted))
        .then(
            rates.importShared(
                RateSource.GENERATED,
                Flux.fromIterable(DemonstrationRates.generated(quoted, today))))
        .then();
  }

  /** Imports the demo has asked for, the oldest of each channel. */
  private Mono<Map<String, Job>> ofDemo(OrganizationId organization) {
    return jobs.newest(organization, Scope.EVERYTHING, IMPORTS, null, LOOKED_AT)
        .filter(job -> job.requestedBy().equals(ACTOR))
        .collectMap(job -> String.valueOf(SpendImports.request(job).channel()));
  }

  private Flux<Job> importMissing(
      OrganizationId organization, DemoCompany company, Map<String, Job> known) {
    LocalDate yesterday = LocalDate.now(clock.withZone(ZoneOffset.UTC)).minusDays(1);
    return Flux.fromIterable(DemoExport.of(company, yesterday))
        .concatMap(
            export ->
                Mono.justOrEmpty(known.get(export.channel()))
                    .switchIfEmpty(Mono.defer(() -> importOne(organization, export))))
        .filter(job -> !job.isFinished());
  }

  private Mono<Job> importOne(OrganizationId organization, DemoExport export) {
    return rawInputs
        .store(organization, export.fileName(), export.content())
        .flatMap(
            kept ->
                imports.submit(
                    organization,
                    ACTOR,
                    Scope.EVERYTHING,
                    export.request(kept.id()),
                    Audit.none()));
  }
}
