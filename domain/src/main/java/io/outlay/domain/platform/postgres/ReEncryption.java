package io.outlay.domain.platform.postgres;

import io.outlay.domain.database.Database;
import io.outlay.domain.database.Rows;
import io.outlay.domain.database.Session;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.platform.CredentialSafe;
import io.outlay.domain.platform.SealedCredential;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Encrypts every credential with the current key that still has another. */
public final class ReEncryption {

  private static final int AT_ONCE = 100;

  private static final String NEXT =
      """
      SELECT organization_id, ad_account_id, key_id, nonce, ciphertext FROM platform_credential
       WHERE key_id <> $1 ORDER BY organization_id, ad_account_id LIMIT $2 FOR UPDATE
      """;

  private final Database database;
  private final CredentialSafe safe;

  /** Uses the given database; the safe must know the former keys too. */
  public ReEncryption(Database database, CredentialSafe safe) {
    this.database = database;
    this.safe = safe;
  }

  /**
   * How many credentials were encrypted anew. Errors when one does not open; those before it are
   * done, and another run goes on from there.
   */
  public Mono<Long> run() {
    return batch().expand(done -> done == 0 ? Mono.empty() : batch()).reduce(0L, Long::sum);
  }

  private Mono<Long> batch() {
    return database
        .asSystem()
        .transaction(
            session ->
                session
                    .query(NEXT, List.of(safe.currentKeyId(), AT_ONCE), ReEncryption::stored)
                    .collectList()
                    .flatMap(all -> renew(session, all)))
        .single();
  }

  private Mono<Long> renew(Session session, List<Stored> all) {
    return Flux.fromIterable(all)
        .concatMap(
            stored ->
                CredentialTable.write(session, stored.owner(), stored.account(), renewed(stored)))
        .count();
  }

  private SealedCredential renewed(Stored stored) {
    return safe.seal(
        stored.owner(),
        stored.account(),
        safe.open(stored.owner(), stored.account(), stored.sealed()));
  }

  private static Stored stored(io.r2dbc.spi.Readable row) {
    return new Stored(
        new OrganizationId(Rows.get(row, "organization_id", Long.class)),
        Rows.get(row, "ad_account_id", Long.class),
        CredentialTable.read(row));
  }

  private record Stored(OrganizationId owner, long account, SealedCredential sealed) {}
}
