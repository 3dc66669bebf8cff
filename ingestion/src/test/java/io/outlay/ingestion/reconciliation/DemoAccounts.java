package io.outlay.ingestion.reconciliation;

import io.outlay.domain.database.Database;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.platform.PlatformAccess;
import io.outlay.ingestion.simulator.world.Publisher;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** All twelve accounts of the demo, each company's in an organization of its own. */
final class DemoAccounts {

  private static final int TRIES = 20;

  private DemoAccounts() {}

  /** Connects them; none is due before it is asked for. */
  static Map<DemoAccount, PlatformAccess> connect(ReconciliationStage stage, LocalDate from) {
    openConnections(stage.migrated().database());
    Map<Publisher, OrganizationId> organizations = new HashMap<>();
    Map<DemoAccount, PlatformAccess> accounts = new LinkedHashMap<>();
    for (DemoAccount account : DemoAccount.all()) {
      OrganizationId organization =
          organizations.computeIfAbsent(account.publisher(), publisher -> stage.organization());
      accounts.put(account, stage.connect(organization, account, from));
    }
    return accounts;
  }

  /** The first ones of a cold process on a busy machine take longer than a request would wait. */
  private static void openConnections(Database database) {
    Mono<Long> system = one(database.asSystem());
    Mono<Long> app = one(database.inOrganization(new OrganizationId(1)));
    system.then(app).retryWhen(Retry.max(TRIES)).block(ReconciliationStage.PATIENCE);
  }

  private static Mono<Long> one(Database.Work work) {
    return work.one("SELECT 1::bigint", List.of(), row -> row.get(0, Long.class));
  }
}
