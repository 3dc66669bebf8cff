package io.outlay.ingestion.sync;

import io.outlay.domain.job.JobLease;
import io.outlay.domain.job.JobQueue;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.platform.AccessState;
import io.outlay.domain.platform.PlatformAccess;
import io.outlay.domain.platform.PlatformConnection;
import java.time.Duration;
import java.time.Instant;
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
        .map(
            platform ->
                new Visit(
                    tools,
                    settings,
                    lease,
                    request,
                    access,
                    platform,
                    progress,
                    new Turn(settings.turn())))
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
        .flatMap(
            structureAt ->
                all(visit, connection, collecting)
                    .flatMap(
                        isComplete ->
                            isComplete ? new Settling(visit).run() : giveBack(visit, structureAt)));
  }

  /** Whether all that is due was fetched; otherwise the turn is over. */
  private static Mono<Boolean> all(
      Visit visit, PlatformConnection connection, Collecting collecting) {
    return collecting
        .run()
        .flatMap(
            isComplete ->
                isComplete
                    ? new TotalsCheck(visit, connection).run().then(Mono.defer(collecting::run))
                    : Mono.just(false));
  }

  /** The rest is fetched by whoever takes up the job next, after the accounts that wait longer. */
  private static Mono<Void> giveBack(Visit visit, Instant structureAt) {
    JobQueue queue = visit.tools().queue();
    JobLease lease = visit.lease();
    return queue
        .checkpoint(lease, new SyncCheckpoint(structureAt, lease.number()).toJson())
        .then(queue.extend(lease, visit.settings().lease(), visit.progress().latest()))
        .then(queue.release(lease, Duration.ZERO));
  }

  private Mono<Void> notConnected() {
    return tools
        .queue()
        .fail(lease, "NOT_CONNECTED", "The ad account is not connected to its platform.");
  }
}
