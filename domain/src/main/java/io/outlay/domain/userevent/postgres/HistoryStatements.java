package io.outlay.domain.userevent.postgres;

/** Statements over the history of events. */
final class HistoryStatements {

  static final String COUNT_USERS =
      "SELECT count(*) AS users FROM app_user WHERE organization_id = $1";

  static final String USERS =
      """
      SELECT user_id FROM app_user WHERE organization_id = $1 AND user_id > $2
       ORDER BY user_id LIMIT $3
      """;

  /** Of ids that were linked to the user later, only from then on. */
  private static final String KNOWN =
      """
        FROM user_event e
        LEFT JOIN user_identity i ON i.organization_id = e.organization_id AND i.external_id = e.identity
       WHERE e.organization_id = $1 AND e.user_id = ANY ($2)
         AND e.recorded_at <= $3 AND (i.linked_at IS NULL OR i.linked_at <= $3)
      """;

  static final String SIGN_UPS =
      "SELECT e.user_id, min(e.occurred_at) AS signed_up_at\n"
          + KNOWN
          + " AND e.type = 'SIGNED_UP' GROUP BY e.user_id";

  /**
   * The report of an order that was recorded first counts at all times: when any is known, it is.
   */
  static final String EVENTS =
      """
      SELECT e.user_id, e.event_id, e.type, e.occurred_at, e.recorded_at,
             greatest(e.recorded_at, i.linked_at) AS known_at, e.amount_micros, e.reporting_micros,
             e.order_id, e.is_sandbox, e.seconds, e.level, e.touch, e.channel, e.campaign, e.country,
             e.platform,
             e.type <> 'PURCHASE' OR NOT e.is_sandbox AND (e.order_id IS NULL OR NOT EXISTS (
               SELECT FROM user_event o
                WHERE o.organization_id = e.organization_id AND o.order_id = e.order_id
                  AND o.type = 'PURCHASE' AND NOT o.is_sandbox
                  AND (o.recorded_at, o.event_id) < (e.recorded_at, e.event_id))) AS is_first_report
      """
          + KNOWN
          + " ORDER BY e.user_id";

  /**
   * An id that was linked later was a user of its own before. Counts of others stop where those at
   * serving do.
   */
  static final String CONTACTS =
      """
      SELECT s.place, k.kind, own.contacts::int AS contacts, other.others::int AS others
        FROM unnest($2::int[], $3::bigint[], $4::timestamptz[]) AS s (place, user_id, at)
        CROSS JOIN (VALUES ('DEVICE'), ('ADDRESS')) k (kind)
        CROSS JOIN LATERAL (
          SELECT array_agg(DISTINCT c.contact) AS list, count(DISTINCT c.contact) AS contacts
            FROM user_identity i
            JOIN identity_contact c ON c.organization_id = $1 AND c.identity = i.external_id AND c.kind = k.kind
             AND c.recorded_at <= s.at
           WHERE i.organization_id = $1 AND i.user_id = s.user_id
             AND (i.linked_at IS NULL OR i.linked_at <= s.at)) own
        CROSS JOIN LATERAL (
          SELECT count(*) AS others FROM (
            SELECT DISTINCT CASE WHEN i.linked_at > s.at THEN o.identity ELSE i.user_id::text END,
                   coalesce(i.linked_at > s.at, false)
              FROM identity_contact o
              JOIN user_identity i ON i.organization_id = $1 AND i.external_id = o.identity
             WHERE o.organization_id = $1 AND o.kind = k.kind AND o.contact = ANY (own.list)
               AND o.recorded_at <= s.at AND (i.user_id <> s.user_id OR i.linked_at > s.at)
             LIMIT 1000) distinct_owners) other
       WHERE own.contacts > 0
      """;

  static final String HAS_RECORDED =
      """
      SELECT EXISTS (SELECT FROM user_event WHERE organization_id = $1 AND recorded_at > $2
                        AND recorded_at <= $3) AS has_recorded
      """;

  private HistoryStatements() {}
}
