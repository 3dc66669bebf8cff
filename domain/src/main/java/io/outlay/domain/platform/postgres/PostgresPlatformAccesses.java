package io.outlay.domain.platform.postgres;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.audit.postgres.AuditLog;
import io.outlay.domain.database.Database;
import io.outlay.domain.database.Nulls;
import io.outlay.domain.database.Session;
import io.outlay.domain.error.Conflict;
import io.outlay.domain.error.NotFound;
import io.outlay.domain.organization.Change;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.platform.AccessState;
import io.outlay.domain.platform.CredentialSafe;
import io.outlay.domain.platform.NewPlatformAccess;
import io.outlay.domain.platform.PlatformAccess;
import io.outlay.domain.platform.PlatformAccesses;
import io.outlay.domain.platform.PlatformConnection;
import io.outlay.domain.platform.PlatformCredential;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Connected accounts in PostgreSQL. */
public final class PostgresPlatformAccesses implements PlatformAccesses {

  private static final String BY_IDS =
      AccessRows.SELECT + " WHERE p.organization_id = $1 AND p.ad_account_id = ANY($2)";
  private static final String LOCKED =
      AccessRows.SELECT + " WHERE p.organization_id = $1 AND p.ad_account_id = $2 FOR UPDATE OF p";
  private static final String TOTALS_CHECKED =
      "UPDATE platform_access SET totals_checked_at = $3 WHERE organization_id = $1 AND"
          + " ad_account_id = $2";

  private final Database database;
  private final CredentialSafe safe;
  private final AuditLog log;

  /** Uses the given database; credentials go through the safe. */
  public PostgresPlatformAccesses(Database database, CredentialSafe safe) {
    this.database = database;
    this.safe = safe;
    this.log = new AuditLog(database);
  }

  @Override
  public Mono<PlatformAccess> connect(
      NewPlatformAccess wanted,
      PlatformCredential credential,
      Instant now,
      Audit<PlatformAccess> audit) {
    return database
        .inOrganization(wanted.account().organization())
        .transaction(
            session ->
                WriteAccess.account(session, wanted.account(), wanted.details())
                    .flatMap(id -> refuseSecond(session, wanted, id))
                    .map(id -> fresh(wanted, id, now))
                    .flatMap(access -> write(session, access, credential))
                    .flatMap(access -> log.append(session, audit, access)))
        .single();
  }

  @Override
  public Mono<Change<PlatformAccess>> change(
      OrganizationId organization,
      long adAccountId,
      UnaryOperator<PlatformAccess> change,
      @Nullable PlatformCredential credential,
      Audit<Change<PlatformAccess>> audit) {
    return database
        .inOrganization(organization)
        .transaction(
            session ->
                locked(session, organization, adAccountId)
                    .switchIfEmpty(Mono.error(() -> new NotFound("No such connected ad account.")))
                    .map(before -> new Change<>(before, change.apply(before)))
                    .delayUntil(made -> write(session, made.after(), credential))
                    .flatMap(made -> log.append(session, audit, made)))
        .single();
  }

  @Override
  public Mono<PlatformAccess> find(OrganizationId organization, long adAccountId) {
    return byIds(organization, Set.of(adAccountId))
        .flatMap(found -> Mono.justOrEmpty(found.get(adAccountId)));
  }

  @Override
  public Mono<Map<Long, PlatformAccess>> byIds(
      OrganizationId organization, Set<Long> adAccountIds) {
    return database
        .inOrganization(organization)
        .query(BY_IDS, List.of(organization.value(), Nulls.ids(adAccountIds)), AccessRows::access)
        .collect(Collectors.toMap(PlatformAccess::adAccountId, Function.identity()));
  }

  @Override
  public Mono<PlatformConnection> open(PlatformAccess access) {
    OrganizationId organization = access.account().organization();
    return database
        .inOrganization(organization)
        .one(
            CredentialTable.READ,
            List.of(organization.value(), access.adAccountId()),
            CredentialTable::read)
        .map(stored -> safe.open(organization, access.adAccountId(), stored))
        .map(
            credential ->
                new PlatformConnection(
                    access.account(), access.settings().apiVersion(), credential));
  }

  @Override
  public Mono<Void> totalsChecked(PlatformAccess access, Instant at) {
    long organization = access.account().organization().value();
    return database
        .inOrganization(access.account().organization())
        .update(TOTALS_CHECKED, List.of(organization, access.adAccountId(), at))
        .then();
  }

  private static Mono<Long> refuseSecond(
      Session session, NewPlatformAccess wanted, long adAccountId) {
    return locked(session, wanted.account().organization(), adAccountId)
        .filter(access -> access.state() == AccessState.CONNECTED)
        .<Long>flatMap(
            access ->
                Mono.error(
                    new Conflict(
                        "This ad account is connected already; change it with adAccountUpdate.")))
        .defaultIfEmpty(adAccountId);
  }

  private static Mono<PlatformAccess> locked(
      Session session, OrganizationId organization, long adAccountId) {
    return session
        .query(LOCKED, List.of(organization.value(), adAccountId), AccessRows::access)
        .singleOrEmpty();
  }

  private static PlatformAccess fresh(NewPlatformAccess wanted, long adAccountId, Instant now) {
    return new PlatformAccess(
        wanted.account(),
        adAccountId,
        wanted.details(),
        wanted.settings(),
        AccessState.CONNECTED,
        "",
        now,
        now,
        now,
        null);
  }

  private Mono<PlatformAccess> write(
      Session session, PlatformAccess access, @Nullable PlatformCredential credential) {
    OrganizationId organization = access.account().organization();
    return WriteAccess.account(session, access.account(), access.details())
        .flatMap(id -> WriteAccess.access(session, access))
        .flatMap(written -> credential(session, access, credential))
        .flatMap(done -> WriteAccess.raise(session, organization, access.account().channel()))
        .thenReturn(access);
  }

  /** A disconnected account keeps no secret. */
  private Mono<Long> credential(
      Session session, PlatformAccess access, @Nullable PlatformCredential credential) {
    OrganizationId organization = access.account().organization();
    if (access.state() == AccessState.DISCONNECTED) {
      return CredentialTable.remove(session, organization, access.adAccountId());
    }
    return credential == null
        ? Mono.just(0L)
        : CredentialTable.write(
            session,
            organization,
            access.adAccountId(),
            safe.seal(organization, access.adAccountId(), credential));
  }
}
