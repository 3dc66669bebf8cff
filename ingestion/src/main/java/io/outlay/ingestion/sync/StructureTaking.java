package io.outlay.ingestion.sync;

import io.outlay.domain.performance.Level;
import io.outlay.domain.platform.EntityState;
import io.outlay.domain.platform.PlatformConnection;
import io.outlay.ingestion.platform.AccountStructure;
import io.outlay.ingestion.platform.PlatformAd;
import io.outlay.ingestion.platform.PlatformAdGroup;
import io.outlay.ingestion.platform.PlatformCampaign;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Takes over campaigns, ad groups and ads as they are now, once in a while of a long job. */
final class StructureTaking {

  private final Visit visit;
  private final PlatformConnection connection;

  StructureTaking(Visit visit, PlatformConnection connection) {
    this.visit = visit;
    this.connection = connection;
  }

  /** When they were taken over: now, or in an earlier turn of the job. */
  Mono<Instant> run() {
    Instant now = visit.tools().clock().instant();
    SyncCheckpoint left = SyncCheckpoint.of(visit.lease());
    Instant stale = now.minus(visit.access().settings().syncEvery());
    return left != null && left.structureAt().isAfter(stale)
        ? Mono.just(left.structureAt())
        : takeOver().thenReturn(now);
  }

  private Mono<Void> takeOver() {
    return visit
        .platform()
        .fetchStructure(connection)
        .publishOn(Schedulers.parallel())
        .map(visit.platform()::readStructure)
        .flatMap(
            structure ->
                visit
                    .tools()
                    .structures()
                    .takeOver(
                        visit.organization(),
                        visit.access().adAccountId(),
                        visit.today(),
                        states(structure)))
        .then();
  }

  private static List<EntityState> states(AccountStructure structure) {
    return Stream.of(
            structure.campaigns().stream().map(StructureTaking::state),
            structure.adGroups().stream().map(StructureTaking::state),
            structure.ads().stream().map(StructureTaking::state))
        .flatMap(states -> states)
        .toList();
  }

  private static EntityState state(PlatformCampaign campaign) {
    return new EntityState(
        Level.CAMPAIGN,
        campaign.externalId(),
        null,
        null,
        campaign.name(),
        campaign.status(),
        campaign.objective(),
        campaign.dailyBudgetMicros(),
        campaign.lifetimeBudgetMicros(),
        campaign.sharedBudgetId(),
        campaign.startDay(),
        campaign.endDay());
  }

  private static EntityState state(PlatformAdGroup group) {
    return new EntityState(
        Level.AD_GROUP,
        group.campaignId(),
        group.externalId(),
        null,
        group.name(),
        group.status(),
        null,
        group.dailyBudgetMicros(),
        group.lifetimeBudgetMicros(),
        null,
        null,
        null);
  }

  private static EntityState state(PlatformAd ad) {
    return new EntityState(
        Level.AD,
        ad.campaignId(),
        ad.adGroupId(),
        ad.externalId(),
        ad.name(),
        ad.status(),
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
