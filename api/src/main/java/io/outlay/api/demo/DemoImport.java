package io.outlay.api.demo;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.job.Job;
import io.outlay.domain.job.JobFilter;
import io.outlay.domain.job.Jobs;
import io.outlay.domain.organization.Actor;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import io.outlay.ingestion.demo.DemoExport;
import io.outlay.ingestion.rawinput.RawInputs;
import io.outlay.ingestion.spendimport.SpendImports;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Set;
import reactor.core.publisher.Mono;

/** A company's file of the channel that has no connector, imported once as a user would. */
final class DemoImport {

  private static final JobFilter IMPORTS = new JobFilter(Set.of(SpendImports.KIND), Set.of());

  /** Beyond so many imports a demo has been used for long, and was loaded long ago. */
  private static final int LOOKED_AT = 500;

  private final RawInputs rawInputs;
  private final SpendImports imports;
  private final Jobs jobs;
  private final Period history;
  private final Clock clock;

  DemoImport(RawInputs rawInputs, SpendImports imports, Jobs jobs, Period history, Clock clock) {
    this.rawInputs = rawInputs;
    this.imports = imports;
    this.jobs = jobs;
    this.history = history;
    this.clock = clock;
  }

  /** The import's job: asked for now, or by an earlier start. */
  Mono<Job> ensure(OrganizationId organization, Advertiser advertiser) {
    return jobs.newest(organization, Scope.EVERYTHING, IMPORTS, null, LOOKED_AT)
        .filter(DemoImport::isOfDemo)
        .next()
        .switchIfEmpty(Mono.defer(() -> submit(organization, advertiser)));
  }

  private static boolean isOfDemo(Job job) {
    return job.requestedBy().equals(Actor.DEMO)
        && DemoExport.CHANNEL.equals(SpendImports.request(job).channel());
  }

  private Mono<Job> submit(OrganizationId organization, Advertiser advertiser) {
    LocalDate yesterday = LocalDate.now(clock.withZone(ZoneOffset.UTC)).minusDays(1);
    DemoExport export =
        new DemoExport(advertiser.inFiles(), yesterday.minus(history).plusDays(1), yesterday);
    return rawInputs
        .store(organization, export.fileName(), export.content())
        .flatMap(
            kept ->
                imports.submit(
                    organization,
                    Actor.DEMO,
                    Scope.EVERYTHING,
                    export.request(kept.id()),
                    Audit.none()));
  }
}
