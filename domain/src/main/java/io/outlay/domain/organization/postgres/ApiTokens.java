package io.outlay.domain.organization.postgres;

import static io.outlay.domain.database.Nulls.orNull;
import static io.outlay.domain.organization.postgres.ApiTokenRows.COLUMNS;

import io.outlay.domain.audit.AuditEntry;
import io.outlay.domain.audit.postgres.AuditLog;
import io.outlay.domain.database.Database;
import io.outlay.domain.database.Nulls;
import io.outlay.domain.database.Session;
import io.outlay.domain.error.BadRequest;
import io.outlay.domain.error.Conflict;
import io.outlay.domain.error.NotFound;
import io.outlay.domain.organization.ApiToken;
import io.outlay.domain.organization.CreatedToken;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.organization.TokenGrant;
import io.outlay.domain.organization.TokenSecret;
import io.outlay.domain.organization.Viewer;
import io.r2dbc.spi.R2dbcException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes, lists and revokes an organization's tokens; every change is in the audit log. */
public final class ApiTokens {

  private static final String UNIQUE_VIOLATION = "23505";

  private static final String INSERT =
      """
      INSERT INTO api_token
        (organization_id, name, token_hash, role, ad_account_ids, channel_ids, created_by, expires_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      RETURNING
      """
          + COLUMNS;

  private static final String FIND =
      "SELECT "
          + COLUMNS
          + " FROM api_token WHERE organization_id = $1 AND api_token_id = $2 FOR NO KEY UPDATE";

  private static final String REVOKE =
      "UPDATE api_token SET revoked_at = clock_timestamp()"
          + " WHERE organization_id = $1 AND api_token_id = $2 RETURNING "
          + COLUMNS;

  private static final String PAGE =
      "SELECT "
          + COLUMNS
          + " FROM api_token WHERE organization_id = $1 AND api_token_id > $2"
          + " ORDER BY api_token_id LIMIT $3";

  private static final String BY_IDS =
      "SELECT "
          + COLUMNS
          + " FROM api_token WHERE organization_id = $1 AND api_token_id = ANY ($2)";

  /** Ids of a limit that are not the organization's. */
  private static final String FOREIGN =
      """
      SELECT 'adAccountIds' AS field, id FROM unnest($2::bigint[]) AS id
       WHERE NOT EXISTS (SELECT FROM ad_account WHERE organization_id = $1 AND ad_account_id = id)
      UNION ALL
      SELECT 'channelIds', id FROM unnest($3::bigint[]) AS id
       WHERE NOT EXISTS (SELECT FROM channel WHERE organization_id = $1 AND channel_id = id)
      LIMIT 1\
      """;

  private final Database database;
  private final AuditLog audit;

  /** Works on the given database. */
  public ApiTokens(Database database, AuditLog audit) {
    this.database = database;
    this.audit = audit;
  }

  /** Makes a token for the caller's organization; the answer is the only one to hold its secret. */
  public Mono<CreatedToken> create(Viewer viewer, TokenGrant grant) {
    return create(viewer.organization(), viewer.actor(), grant, TokenSecret.random());
  }

  /**
   * Makes a token with a given secret, for the command line and the demo. Errors with {@link
   * BadRequest} where the grant names accounts or channels that are not the organization's, or has
   * already run out, and with {@link Conflict} where the secret is a token's already.
   */
  public Mono<CreatedToken> create(
      OrganizationId organization, String actor, TokenGrant grant, TokenSecret secret) {
    if (grant.expiresAt() != null && !grant.expiresAt().isAfter(Instant.now())) {
      return Mono.error(BadRequest.of("expiresAt", grant.expiresAt(), "a time to come"));
    }
    return database
        .inOrganization(organization)
        .transaction(
            session ->
                refuseForeign(session, organization, grant.scope())
                    .then(insert(session, organization, actor, grant, secret)))
        .single()
        .onErrorMap(
            ApiTokens::isTaken, known -> new Conflict("There is already a token with this secret."))
        .map(token -> new CreatedToken(token, secret));
  }

  private static boolean isTaken(Throwable error) {
    return error instanceof R2dbcException refused
        && UNIQUE_VIOLATION.equals(refused.getSqlState());
  }

  /**
   * Ends a token of the caller's organization everywhere within a second. Revoking it again changes
   * nothing. Errors with {@link NotFound} where the organization has no such token.
   */
  public Mono<ApiToken> revoke(Viewer viewer, long tokenId) {
    return database
        .inOrganization(viewer.organization())
        .transaction(session -> revoke(session, viewer, tokenId))
        .singleOrEmpty()
        .switchIfEmpty(Mono.error(() -> new NotFound("There is no such token.")));
  }

  /** Whether a token of that secret was ever made, also where it is revoked since. */
  public Mono<Boolean> exists(TokenSecret secret) {
    return database
        .asSystem()
        .one("SELECT 1 FROM api_token WHERE token_hash = $1", List.of(secret.sha256()), row -> true)
        .defaultIfEmpty(false);
  }

  /** Tokens of an organization by rising number, also revoked ones. */
  public Flux<ApiToken> list(OrganizationId organization, long afterId, int limit) {
    return database
        .inOrganization(organization)
        .query(PAGE, List.of(organization.value(), afterId, limit), ApiTokenRows::toToken);
  }

  /** Tokens of an organization by their numbers, also revoked ones, in no order. */
  public Flux<ApiToken> byIds(OrganizationId organization, Set<Long> ids) {
    return database
        .inOrganization(organization)
        .query(BY_IDS, List.of(organization.value(), Nulls.ids(ids)), ApiTokenRows::toToken);
  }

  private static Mono<Void> refuseForeign(
      Session session, OrganizationId organization, Scope scope) {
    if (scope.isEverything()) {
      return Mono.empty();
    }
    return session
        .query(
            FOREIGN,
            List.of(organization.value(), array(scope.adAccountIds()), array(scope.channelIds())),
            row ->
                BadRequest.of(
                    Objects.requireNonNull(row.get("field", String.class)),
                    row.get("id", Long.class),
                    "one of the organization's own"))
        .flatMap(problem -> Mono.<Void>error(problem))
        .then();
  }

  private Mono<ApiToken> insert(
      Session session,
      OrganizationId organization,
      String actor,
      TokenGrant grant,
      TokenSecret secret) {
    return session
        .query(
            INSERT,
            List.of(
                organization.value(),
                grant.name(),
                secret.sha256(),
                grant.role().name(),
                array(grant.scope().adAccountIds()),
                array(grant.scope().channelIds()),
                actor,
                orNull(grant.expiresAt(), Instant.class)),
            ApiTokenRows::toToken)
        .single()
        .flatMap(
            token ->
                audit
                    .append(
                        session,
                        entry(
                            organization,
                            actor,
                            "apiTokenCreate",
                            token,
                            null,
                            grant.auditFields()))
                    .thenReturn(token));
  }

  private Mono<ApiToken> revoke(Session session, Viewer viewer, long tokenId) {
    List<Long> key = List.of(viewer.organization().value(), tokenId);
    return session
        .query(FIND, key, ApiTokenRows::toToken)
        .singleOrEmpty()
        .flatMap(
            token ->
                token.revokedAt() != null ? Mono.just(token) : revokeNow(session, viewer, key));
  }

  private Mono<ApiToken> revokeNow(Session session, Viewer viewer, List<Long> key) {
    return session
        .query(REVOKE, key, ApiTokenRows::toToken)
        .single()
        .flatMap(
            token ->
                audit
                    .append(
                        session,
                        entry(
                            viewer.organization(),
                            viewer.actor(),
                            "apiTokenRevoke",
                            token,
                            Map.of("revoked", false),
                            Map.of("revoked", true)))
                    .thenReturn(token));
  }

  private static AuditEntry entry(
      OrganizationId organization,
      String actor,
      String action,
      ApiToken token,
      @Nullable Map<String, ?> before,
      Map<String, ?> after) {
    return new AuditEntry(
        organization, actor, action, "ApiToken", Long.toString(token.id()), before, after);
  }

  private static Object array(@Nullable Set<Long> ids) {
    return orNull(ids == null ? null : ids.toArray(Long[]::new), Long[].class);
  }
}
