package io.outlay.domain.platform.postgres;

import io.outlay.domain.database.Rows;
import io.outlay.domain.database.Session;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.platform.SealedCredential;
import io.r2dbc.spi.Readable;
import java.nio.ByteBuffer;
import java.util.List;
import reactor.core.publisher.Mono;

/** Encrypted credentials. */
final class CredentialTable {

  private static final String WRITE =
      """
      INSERT INTO platform_credential (organization_id, ad_account_id, key_id, nonce, ciphertext) VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (organization_id, ad_account_id) DO UPDATE
         SET key_id = excluded.key_id, nonce = excluded.nonce, ciphertext = excluded.ciphertext, changed_at = clock_timestamp()
      """;

  static final String READ =
      "SELECT key_id, nonce, ciphertext FROM platform_credential WHERE organization_id = $1 AND"
          + " ad_account_id = $2";

  private static final String REMOVE =
      "DELETE FROM platform_credential WHERE organization_id = $1 AND ad_account_id = $2";

  private CredentialTable() {}

  static Mono<Long> write(
      Session session, OrganizationId organization, long adAccountId, SealedCredential sealed) {
    return session.update(
        WRITE,
        List.of(
            organization.value(),
            adAccountId,
            sealed.keyId(),
            ByteBuffer.wrap(sealed.nonce()),
            ByteBuffer.wrap(sealed.ciphertext())));
  }

  static Mono<Long> remove(Session session, OrganizationId organization, long adAccountId) {
    return session.update(REMOVE, List.of(organization.value(), adAccountId));
  }

  static SealedCredential read(Readable row) {
    return new SealedCredential(
        Rows.get(row, "key_id", String.class),
        Rows.get(row, "nonce", byte[].class),
        Rows.get(row, "ciphertext", byte[].class));
  }
}
