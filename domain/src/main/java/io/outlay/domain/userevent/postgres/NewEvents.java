package io.outlay.domain.userevent.postgres;

import io.outlay.domain.database.Rows;
import io.outlay.domain.database.Session;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.userevent.UserEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * Stores the staged events. Of purchases with one order id the first stored counts, within a batch
 * the first recorded.
 */
final class NewEvents {

  private static final String SQL =
      """
      INSERT INTO user_event (organization_id, event_id, user_id, identity, type, custom_type, occurred_at, recorded_at, amount_micros,
                              currency_code, reporting_micros, order_id, is_sandbox, is_counted, seconds, level, touch, channel, campaign,
                              click_id, country, platform, device, address, other_identity, said_by, details)
      SELECT $1, s.event_id, i.user_id, s.identity, s.type, s.custom_type, s.occurred_at, s.recorded_at, s.amount_micros,
             s.currency_code, s.reporting_micros, s.order_id, s.is_sandbox,
             CASE WHEN s.type <> 'PURCHASE' THEN true
                  WHEN s.is_sandbox THEN false
                  WHEN s.order_id IS NULL THEN true
                  ELSE row_number() OVER (PARTITION BY s.type, s.is_sandbox, s.order_id ORDER BY s.recorded_at, s.event_id) = 1
                       AND NOT EXISTS (SELECT FROM user_event e
                                        WHERE e.organization_id = $1 AND e.order_id = s.order_id AND e.type = 'PURCHASE' AND e.is_counted)
             END,
             s.seconds, s.level, s.touch, s.channel, s.campaign, s.click_id, s.country, s.platform, s.device, s.address,
             s.other_identity, s.said_by, s.details
        FROM staged_user_event s
        JOIN user_identity i ON i.organization_id = $1 AND i.external_id = s.identity
      RETURNING event_id, user_id, is_counted
      """;

  private NewEvents() {}

  /**
   * Afterwards all are stored.
   *
   * @param staged the staged events and more, as they were converted
   * @return events as stored, by user
   */
  static Mono<Map<Long, List<UserEvent>>> store(
      Session session, OrganizationId organization, List<UserEvent> staged) {
    Map<String, UserEvent> byId = new HashMap<>();
    staged.forEach(event -> byId.put(event.eventId(), event));
    return session
        .query(
            SQL,
            List.of(organization.value()),
            row ->
                new Stored(
                    Rows.get(row, "event_id", String.class),
                    Rows.get(row, "user_id", Long.class),
                    Rows.get(row, "is_counted", Boolean.class)))
        .collect(
            HashMap::new,
            (byUser, stored) -> {
              UserEvent event = byId.get(stored.eventId());
              if (event == null) {
                throw new IllegalStateException("an event was stored that was not staged");
              }
              byUser
                  .computeIfAbsent(stored.userId(), user -> new ArrayList<>())
                  .add(event.stored(event.reportingMicros(), stored.isCounted()));
            });
  }

  private record Stored(String eventId, long userId, boolean isCounted) {}
}
