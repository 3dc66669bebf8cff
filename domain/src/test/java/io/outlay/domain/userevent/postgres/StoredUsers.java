package io.outlay.domain.userevent.postgres;

import io.outlay.domain.database.Database;
import io.outlay.domain.database.Rows;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.useractivity.Activity;
import io.outlay.domain.useractivity.ActivityCodec;
import io.outlay.domain.userevent.EventType;
import io.outlay.domain.userevent.Touch;
import io.outlay.domain.userevent.UserEvent;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the tables hold of an organization's users, without their numbers. */
record StoredUsers(Map<Set<String>, Stored> users) {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** A user. */
  record Stored(
      Activity activity, Instant knownTo, int devices, int deviceUsers, Set<String> events) {}

  static StoredUsers of(Database database, OrganizationId organization) {
    Map<Long, Set<String>> identities =
        all(
                database,
                "SELECT user_id, external_id FROM user_identity WHERE organization_id = $1",
                organization,
                row -> Map.entry(number(row), text(row, "external_id")))
            .stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(
                        Map.Entry::getValue, Collectors.toCollection(TreeSet::new))));
    Map<Long, Set<String>> events =
        all(
                database,
                "SELECT user_id, event_id || '/' || coalesce(order_id, '-') AS event FROM"
                    + " user_event WHERE organization_id = $1 AND (type <> 'PURCHASE' OR"
                    + " is_counted)",
                organization,
                // which report of an order counts depends on their order: the order is what counts
                row -> Map.entry(number(row), text(row, "event").replaceFirst("-server/", "/")))
            .stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(
                        Map.Entry::getValue, Collectors.toCollection(TreeSet::new))));
    Map<Set<String>, Stored> users = new HashMap<>();
    all(
            database,
            "SELECT user_id, known_to, activity, devices, device_users FROM user_activity WHERE"
                + " organization_id = $1",
            organization,
            row ->
                Map.entry(
                    number(row),
                    new Stored(
                        ActivityCodec.decode(Rows.get(row, "activity", byte[].class)),
                        Rows.get(row, "known_to", Instant.class),
                        Rows.get(row, "devices", Integer.class),
                        Rows.get(row, "device_users", Integer.class),
                        events.getOrDefault(number(row), Set.of()))))
        .forEach(
            user ->
                users.put(Objects.requireNonNull(identities.get(user.getKey())), user.getValue()));
    return new StoredUsers(users);
  }

  /** The same counted anew from the events alone, by loops and not by statements. */
  static StoredUsers recount(Database database, OrganizationId organization) {
    Map<Long, Set<String>> identities = new TreeMap<>();
    all(
            database,
            "SELECT user_id, external_id FROM user_identity WHERE organization_id = $1",
            organization,
            row -> Map.entry(number(row), text(row, "external_id")))
        .forEach(
            one ->
                identities
                    .computeIfAbsent(one.getKey(), user -> new TreeSet<>())
                    .add(one.getValue()));
    Map<Long, List<UserEvent>> events =
        all(
                database,
                "SELECT * FROM user_event WHERE organization_id = $1",
                organization,
                row -> Map.entry(number(row), event(row)))
            .stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    Map<Set<String>, Stored> users = new HashMap<>();
    events.forEach(
        (user, own) -> {
          Set<String> devices = devices(own);
          long sharers =
              events.entrySet().stream()
                  .filter(other -> !other.getKey().equals(user))
                  .filter(other -> devices(other.getValue()).stream().anyMatch(devices::contains))
                  .count();
          users.put(
              Objects.requireNonNull(identities.get(user)),
              new Stored(
                  Activity.none().with(own),
                  own.stream().map(UserEvent::recordedAt).max(Instant::compareTo).orElseThrow(),
                  devices.size(),
                  (int) sharers,
                  own.stream()
                      .filter(event -> event.type() != EventType.PURCHASE || event.isCounted())
                      .map(
                          event ->
                              event.eventId().replaceFirst("-server$", "")
                                  + "/"
                                  + Optional.ofNullable(event.orderId()).orElse("-"))
                      .collect(Collectors.toCollection(TreeSet::new))));
        });
    return new StoredUsers(users);
  }

  private static Set<String> devices(List<UserEvent> events) {
    return events.stream()
        .map(UserEvent::device)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private static UserEvent event(Readable row) {
    byte[] device = row.get("device", byte[].class);
    String touch = row.get("touch", String.class);
    return new UserEvent(
        text(row, "event_id"),
        text(row, "identity"),
        EventType.valueOf(text(row, "type")),
        row.get("custom_type", String.class),
        Rows.get(row, "occurred_at", Instant.class),
        Rows.get(row, "recorded_at", Instant.class),
        row.get("amount_micros", Long.class),
        row.get("currency_code", String.class),
        row.get("reporting_micros", Long.class),
        row.get("order_id", String.class),
        Rows.get(row, "is_sandbox", Boolean.class),
        Rows.get(row, "is_counted", Boolean.class),
        row.get("seconds", Long.class),
        row.get("level", Integer.class),
        touch == null ? null : Touch.valueOf(touch),
        row.get("channel", String.class),
        row.get("campaign", String.class),
        row.get("click_id", String.class),
        row.get("country", String.class),
        row.get("platform", String.class),
        device == null ? null : HexFormat.of().formatHex(device),
        null,
        row.get("other_identity", String.class),
        row.get("said_by", String.class),
        Map.of());
  }

  private static <T> List<T> all(
      Database database, String sql, OrganizationId organization, Function<Readable, T> read) {
    return Objects.requireNonNull(
        database
            .inOrganization(organization)
            .query(sql, List.of(organization.value()), read)
            .collectList()
            .block(PATIENCE));
  }

  private static long number(Readable row) {
    return Rows.get(row, "user_id", Long.class);
  }

  private static String text(Readable row, String column) {
    return Rows.get(row, column, String.class);
  }
}
