package io.outlay.domain.performance.postgres;

import io.outlay.domain.database.Session;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.UnknownOrganization;
import java.util.List;
import java.util.NoSuchElementException;
import reactor.core.publisher.Mono;

/**
 * Takes the organization's row until the transaction ends, so that the organization's changes
 * happen one after the other and none can wait for another in a circle.
 */
final class LockedOrganization {

  private static final String SQL =
      "SELECT data_version FROM organization WHERE organization_id = $1 FOR NO KEY UPDATE";

  private LockedOrganization() {}

  /** The version that this transaction will raise the organization to if it changes anything. */
  static Mono<Long> nextVersion(Session session, OrganizationId organization) {
    return session
        .query(SQL, List.of(organization.value()), row -> 1 + Rows.number(row, 0))
        .single()
        .onErrorMap(NoSuchElementException.class, none -> new UnknownOrganization(organization));
  }
}
