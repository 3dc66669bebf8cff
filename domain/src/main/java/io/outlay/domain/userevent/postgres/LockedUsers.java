package io.outlay.domain.userevent.postgres;

import io.outlay.domain.database.Session;
import io.outlay.domain.organization.OrganizationId;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Lets those who write an organization's users take turns until their transactions end. Orders,
 * linked ids and shared devices reach from one user to others: with a lock for each of them two
 * transactions would wait for each other in a circle.
 */
public final class LockedUsers {

  private static final String SQL =
      "SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended('users of ' || $1, 0))) AS"
          + " taken";

  private LockedUsers() {}

  /** Waits for the turn. */
  public static Mono<Void> take(Session session, OrganizationId organization) {
    return session.query(SQL, List.of(organization.toString()), row -> true).then();
  }
}
