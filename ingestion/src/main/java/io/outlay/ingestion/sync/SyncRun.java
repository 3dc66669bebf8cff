package io.outlay.ingestion.sync;

import io.outlay.domain.job.JobLease;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.platform.AccessState;
import io.outlay.domain.platform.PlatformAccess;
import io.outlay.domain.platform.PlatformConnection;
import reactor.core.publisher.Mono;

/** One worker's run of one sync, until the job has ended. */
final class SyncRun {

  private final SyncTools tools;
  private final SyncSettings settings;
  private final JobLease lease;
  private final SyncProgress progress;
  private final SyncRequest request;
  private final OrganizationId organization;

  SyncRun(SyncTools tools, SyncSettings settings, JobLease lease, SyncProgress progress) {
    this.tools = tools;
    this.settings = settings;
    this.lease = lease;
    this.progress = progress;
    this.request = SyncRequest.of(lease.job());
    this.organization = lease.job().organization();
  }

  Mono<Void> run() {
    return tools
        .accesses()
        .find(organization, request.adAccountId())
        .flatMap(access -> visit(access).thenReturn(true))
        .switchIfEmpty(Mono.defer(() -> notConnected().thenReturn(true)))
        .then();
  }

  private Mono<Void> visit(PlatformAccess access) {
    return tools
        .platforms()
        .of(access.account().channel())
        .map(platform -> new Visit(tools, settings, lease, request, access, platform, progress))
        .map(visit -> request.fromKept() ? again(visit) : collect(visit))
        .orElseGet(this::notConnected);
  }

  private Mono<Void> again(Visit visit) {
    return new KeptReading(visit).run().then(Mono.defer(() -> new Settling(visit).run()));
  }

  private Mono<Void> collect(Visit visit) {
    return visit.access().state() != AccessState.CONNECTED
        ? notConnected()
        : tools
            .accesses()
            .open(visit.access())
            .flatMap(connection -> collect(visit, connection).thenReturn(true))
            .switchIfEmpty(Mono.defer(() -> notConnected().thenReturn(true)))
            .then();
  }

  private static Mono<Void> collect(Visit visit, PlatformConnection connection) {
    Collecting collecting = new Collecting(visit, connection);
    return new StructureTaking(visit, connection)
        .run()
        .then(Mono.defer(collecting::run))
        .then(Mono.defer(() -> new TotalsCheck(visit, connection).run()))
        .then(Mono.defer(collecting::run))
        .then(Mono.defer(() -> new Settling(visit).run()));
  }

  private Mono<Void> notConnected() {
    return tools
        .queue()
        .fail(lease, "NOT_CONNECTED", "The ad account is not connected to its platform.");
  }
}
