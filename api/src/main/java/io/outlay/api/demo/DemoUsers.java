package io.outlay.api.demo;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.job.Job;
import io.outlay.domain.job.JobFilter;
import io.outlay.domain.job.Jobs;
import io.outlay.domain.organization.Actor;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.organization.postgres.Organizations;
import io.outlay.ingestion.rawinput.RawInputs;
import io.outlay.ingestion.userevent.EventFileFormat;
import io.outlay.ingestion.userevent.EventsImportRequest;
import io.outlay.ingestion.userevent.EventsImports;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What a company's users did, sent as a company would: first all of its past in one file, then what
 * is new. An event sent again changes nothing, so each file reaches back behind the one before.
 */
final class DemoUsers {

  private static final JobFilter IMPORTS = new JobFilter(Set.of(EventsImports.KIND), Set.of());
  private static final Duration OVERLAP = Duration.ofHours(1);
  private static final int LOOKED_AT = 500;

  private final Organizations organizations;
  private final RawInputs rawInputs;
  private final EventsImports imports;
  private final Jobs jobs;
  private final Period history;
  private final Clock clock;

  DemoUsers(
      Organizations organizations,
      RawInputs rawInputs,
      EventsImports imports,
      Jobs jobs,
      Period history,
      Clock clock) {
    this.organizations = organizations;
    this.rawInputs = rawInputs;
    this.imports = imports;
    this.jobs = jobs;
    this.history = history;
    this.clock = clock;
  }

  /** Sends what was not sent yet; the import's job. */
  Mono<Job> send(OrganizationId organization, Advertiser advertiser) {
    return begun(organization)
        .flatMap(
            begun ->
                newest(organization)
                    .map(before -> file(advertiser, begun, before.createdAt()))
                    .switchIfEmpty(Mono.fromSupplier(() -> file(advertiser, begun, null))))
        .flatMap(file -> submit(organization, file));
  }

  /** The day the demo began for a company; its users' past ends there. */
  Mono<LocalDate> begun(OrganizationId organization) {
    return organizations
        .madeAt(organization)
        .map(made -> LocalDate.ofInstant(made, ZoneOffset.UTC));
  }

  private Mono<Job> newest(OrganizationId organization) {
    return jobs.newest(organization, Scope.EVERYTHING, IMPORTS, null, LOOKED_AT)
        .filter(job -> job.requestedBy().equals(Actor.DEMO))
        .next();
  }

  private DemoUserFile file(Advertiser advertiser, LocalDate begun, @Nullable Instant sentUntil) {
    return new DemoUserFile(
        advertiser.organizationKey(),
        advertiser.users().users(begun),
        begun.minus(history),
        sentUntil == null ? Instant.MIN : sentUntil.minus(OVERLAP),
        clock.instant());
  }

  private Mono<Job> submit(OrganizationId organization, DemoUserFile file) {
    return rawInputs
        .store(organization, file.name(), file.content())
        .flatMap(
            kept ->
                imports.submit(
                    organization,
                    Actor.DEMO,
                    new EventsImportRequest(
                        kept.id(), EventFileFormat.NDJSON, "recordedAt", null, false),
                    Audit.none()));
  }
}
