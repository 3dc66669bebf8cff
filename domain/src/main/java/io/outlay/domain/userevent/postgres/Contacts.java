package io.outlay.domain.userevent.postgres;

import io.outlay.domain.database.Session;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.userevent.UserEvent;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Keeps which users were seen on which devices and at which addresses, and counts with whom each
 * shares them. Counts of others stop at {@value #MOST_OTHERS}: a network that more users share
 * tells nothing of one of them, and counting on would touch all of them with each newcomer.
 */
final class Contacts {

  static final int MOST_OTHERS = 1_000;

  private static final String ADD =
      """
      WITH seen AS (
        SELECT i.user_id, c.kind, c.contact, min(s.recorded_at) AS recorded_at
          FROM staged_user_event s
          JOIN user_identity i ON i.organization_id = $1 AND i.external_id = s.identity
         CROSS JOIN LATERAL (VALUES ('DEVICE', s.device), ('ADDRESS', s.address)) c (kind, contact)
         WHERE c.contact IS NOT NULL
         GROUP BY i.user_id, c.kind, c.contact),
      by_identity AS (
        INSERT INTO identity_contact AS k (organization_id, kind, contact, identity, recorded_at)
        SELECT $1, c.kind, c.contact, s.identity, min(s.recorded_at)
          FROM staged_user_event s
         CROSS JOIN LATERAL (VALUES ('DEVICE', s.device), ('ADDRESS', s.address)) c (kind, contact)
         WHERE c.contact IS NOT NULL
         GROUP BY c.kind, c.contact, s.identity
        ON CONFLICT (organization_id, kind, contact, identity) DO UPDATE SET recorded_at = excluded.recorded_at
         WHERE excluded.recorded_at < k.recorded_at),
      earlier AS (
        UPDATE user_contact k SET recorded_at = s.recorded_at FROM seen s
         WHERE k.organization_id = $1 AND k.kind = s.kind AND k.contact = s.contact AND k.user_id = s.user_id
           AND s.recorded_at < k.recorded_at),
      born AS (
        INSERT INTO user_contact (organization_id, kind, contact, user_id, recorded_at)
        SELECT $1, kind, contact, user_id, recorded_at FROM seen
        ON CONFLICT DO NOTHING
        RETURNING kind, contact, user_id)
      INSERT INTO staged_user_contact
      SELECT user_id FROM born
      UNION
      SELECT o.user_id FROM (SELECT DISTINCT kind, contact FROM born) b
       CROSS JOIN LATERAL (SELECT o.user_id FROM user_contact o
                            WHERE o.organization_id = $1 AND o.kind = b.kind AND o.contact = b.contact LIMIT %1$d + 2) o
      """
          .formatted(MOST_OTHERS);

  private static final String SHARERS =
      """
      INSERT INTO staged_user_contact
      SELECT DISTINCT o.user_id
        FROM (SELECT c.kind, c.contact FROM user_contact c
               WHERE c.organization_id = $1 AND c.user_id = ANY ($2::bigint[]) OFFSET 0) own
       CROSS JOIN LATERAL (SELECT o.user_id FROM user_contact o
                            WHERE o.organization_id = $1 AND o.kind = own.kind AND o.contact = own.contact LIMIT %1$d + 2) o
      """
          .formatted(MOST_OTHERS);

  // Step by step (OFFSET 0, LIMIT): in tables that were never analyzed joins would begin with all
  // contacts for each user.
  private static final String COUNT =
      """
      WITH n AS MATERIALIZED (
        SELECT t.user_id,
               count(DISTINCT own.contact) FILTER (WHERE own.kind = 'DEVICE') AS devices,
               count(DISTINCT own.contact) FILTER (WHERE own.kind = 'ADDRESS') AS addresses,
               least(%1$d, count(DISTINCT o.user_id) FILTER (WHERE own.kind = 'DEVICE')) AS device_users,
               least(%1$d, count(DISTINCT o.user_id) FILTER (WHERE own.kind = 'ADDRESS')) AS address_users
          FROM (SELECT DISTINCT user_id FROM staged_user_contact) t
          LEFT JOIN LATERAL (SELECT c.kind, c.contact FROM user_contact c
                              WHERE c.organization_id = $1 AND c.user_id = t.user_id OFFSET 0) own ON true
          LEFT JOIN LATERAL (SELECT o.user_id FROM user_contact o
                              WHERE o.organization_id = $1 AND o.kind = own.kind AND o.contact = own.contact
                                AND o.user_id <> t.user_id LIMIT %1$d) o ON true
         GROUP BY t.user_id)
      UPDATE user_activity a
         SET devices = n.devices, device_users = n.device_users, addresses = n.addresses, address_users = n.address_users,
             version = a.version + 1
        FROM n
       WHERE a.organization_id = $1 AND a.user_id = n.user_id
         AND (a.devices, a.device_users, a.addresses, a.address_users)
             IS DISTINCT FROM (n.devices, n.device_users, n.addresses, n.address_users)
      """
          .formatted(MOST_OTHERS);

  private Contacts() {}

  /** Adds those of the staged events and notes whose counts change; gives the number of those. */
  static Mono<Long> add(
      Session session, OrganizationId organization, Collection<UserEvent> events) {
    boolean none = events.stream().allMatch(e -> e.device() == null && e.address() == null);
    return none ? Mono.just(0L) : session.update(ADD, List.of(organization.value()));
  }

  /** Notes users who share something with these, to be counted anew. */
  static Mono<Void> noteSharers(
      Session session, OrganizationId organization, Collection<Long> users) {
    return session
        .update(SHARERS, List.of(organization.value(), users.toArray(Long[]::new)))
        .then();
  }

  /** Counts anew what the noted users share. */
  static Mono<Void> count(Session session, OrganizationId organization) {
    return session.update(COUNT, List.of(organization.value())).then();
  }
}
