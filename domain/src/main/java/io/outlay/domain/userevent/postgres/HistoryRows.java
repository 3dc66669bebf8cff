package io.outlay.domain.userevent.postgres;

import io.outlay.domain.database.Rows;
import io.outlay.domain.userevent.EventType;
import io.outlay.domain.userevent.KnownContacts;
import io.outlay.domain.userevent.KnownEvent;
import io.outlay.domain.userevent.Touch;
import io.outlay.domain.userevent.UserEvent;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Map;

/** Reads rows of the history. */
final class HistoryRows {

  private HistoryRows() {}

  static KnownEvent toEvent(Readable row) {
    long userId = Rows.get(row, "user_id", Long.class);
    return new KnownEvent(
        userId, Rows.get(row, "known_at", Instant.class), toEvent(row, Long.toString(userId)));
  }

  private static UserEvent toEvent(Readable row, String user) {
    String touch = row.get("touch", String.class);
    return new UserEvent(
        Rows.get(row, "event_id", String.class),
        user,
        EventType.valueOf(Rows.get(row, "type", String.class)),
        null,
        Rows.get(row, "occurred_at", Instant.class),
        Rows.get(row, "recorded_at", Instant.class),
        row.get("amount_micros", Long.class),
        null,
        row.get("reporting_micros", Long.class),
        row.get("order_id", String.class),
        Rows.get(row, "is_sandbox", Boolean.class),
        Rows.get(row, "is_first_report", Boolean.class),
        row.get("seconds", Long.class),
        row.get("level", Integer.class),
        touch == null ? null : Touch.valueOf(touch),
        row.get("channel", String.class),
        row.get("campaign", String.class),
        null,
        row.get("country", String.class),
        row.get("platform", String.class),
        null,
        null,
        null,
        null,
        Map.of());
  }

  /** One kind of contacts of one sample. */
  record Contacts(int place, boolean areDevices, int contacts, int others) {

    static Contacts of(Readable row) {
      return new Contacts(
          Rows.get(row, "place", Integer.class),
          "DEVICE".equals(row.get("kind", String.class)),
          Rows.get(row, "contacts", Integer.class),
          Rows.get(row, "others", Integer.class));
    }

    KnownContacts addedTo(KnownContacts known) {
      return areDevices
          ? new KnownContacts(contacts, others, known.addresses(), known.addressUsers())
          : new KnownContacts(known.devices(), known.deviceUsers(), contacts, others);
    }
  }
}
