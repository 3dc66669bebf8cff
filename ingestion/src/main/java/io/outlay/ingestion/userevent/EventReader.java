package io.outlay.ingestion.userevent;

import io.outlay.domain.error.BadRequest;
import io.outlay.domain.money.Currencies;
import io.outlay.domain.money.Micros;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.userevent.EventType;
import io.outlay.domain.userevent.Pseudonyms;
import io.outlay.domain.userevent.Touch;
import io.outlay.domain.userevent.UserEvent;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads events from their fields: strict about what is counted, and keeping what it does not know.
 * Ids of devices and network addresses leave as keyed hashes. Safe for use by several threads.
 */
public final class EventReader {

  /** Longest id of an event, a user or an order. */
  public static final int LONGEST_ID = 128;

  private static final Duration MOST_AHEAD = Duration.ofMinutes(5);
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final BigDecimal MOST = new BigDecimal("1000000000");
  private static final long LONGEST_SESSION = Duration.ofDays(7).toSeconds();
  private static final long HIGHEST_LEVEL = 1_000_000;
  private static final Pattern TYPE = Pattern.compile("[A-Za-z][A-Za-z0-9_.:-]{0,63}");
  private static final Pattern CHANNEL = Pattern.compile("[A-Z][A-Z0-9_]{1,31}");
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
  private static final String AMOUNT =
      "a decimal from 0 to 1000000000, as a text such as \"4.99\"; the type tells its sign";

  private final Pseudonyms pseudonyms;
  private final Clock clock;

  /** Reads by the given clock. */
  public EventReader(Pseudonyms pseudonyms, Clock clock) {
    this.pseudonyms = pseudonyms;
    this.clock = clock;
  }

  /**
   * The event.
   *
   * @param sent fields by name: texts, numbers, booleans; those it does not know become details
   * @param recording when it was recorded, where the field {@code recordedAt} is missing
   * @throws BadRequest that names the first field that is wrong
   */
  public UserEvent read(OrganizationId organization, Map<String, ?> sent, RecordingTime recording) {
    EventFields fields = new EventFields(sent);
    String eventId = fields.requiredText("eventId", LONGEST_ID);
    String userId = fields.requiredText("userId", LONGEST_ID);
    EventType type = type(fields);
    Instant occurredAt = occurredAt(fields);
    Long amountMicros = amount(fields, type);
    Long level = fields.whole("level", 1, HIGHEST_LEVEL);
    checkType(fields, type, userId);
    return new UserEvent(
        eventId,
        userId,
        type,
        customType(fields, type),
        occurredAt,
        recordedAt(fields, occurredAt, recording),
        amountMicros,
        amountMicros == null ? null : Currencies.require("currencyCode", currency(fields)),
        null,
        fields.text("orderId", LONGEST_ID),
        fields.flag("isSandbox"),
        true,
        fields.whole("seconds", 0, LONGEST_SESSION),
        level == null ? null : level.intValue(),
        touch(fields, type),
        fields.text("channel", CHANNEL, "2 to 32 capital letters, digits and _, a letter first"),
        fields.text("campaign", 255),
        fields.text("clickId", 512),
        fields.text("country", COUNTRY, "an ISO 3166-1 alpha-2 code in capital letters, as KR"),
        Optional.ofNullable(fields.text("platform", 32))
            .map(platform -> platform.toUpperCase(Locale.ROOT))
            .orElse(null),
        hash(organization, Pseudonyms.Kind.DEVICE, fields.text("device", 256)),
        hash(organization, Pseudonyms.Kind.ADDRESS, fields.text("address", 64)),
        fields.text("otherUserId", LONGEST_ID),
        fields.text("saidBy", LONGEST_ID),
        EventDetails.of(sent));
  }

  private static EventType type(EventFields fields) {
    String told = told(fields);
    return Arrays.stream(EventType.values())
        .filter(type -> type.name().equals(told))
        .findFirst()
        .orElse(EventType.CUSTOM);
  }

  private static String told(EventFields fields) {
    String told =
        fields.text(
            "type", TYPE, "1 to 64 letters, digits and _ . : -, a letter first, such as PURCHASE");
    if (told == null) {
      throw fields.wrong("type", "one of " + Arrays.toString(EventType.values()));
    }
    return told;
  }

  private static @Nullable String customType(EventFields fields, EventType type) {
    if (type != EventType.CUSTOM) {
      return null;
    }
    String told = told(fields);
    return told.equals(type.name()) ? fields.requiredText("customType", 64) : told;
  }

  private Instant occurredAt(EventFields fields) {
    Instant occurredAt = fields.moment("occurredAt");
    Instant latest = clock.instant().plus(MOST_AHEAD);
    if (occurredAt == null || occurredAt.isBefore(EARLIEST) || occurredAt.isAfter(latest)) {
      throw fields.wrong(
          "occurredAt", "a moment from " + EARLIEST + " to five minutes from now, as " + latest);
    }
    return occurredAt;
  }

  private Instant recordedAt(EventFields fields, Instant occurredAt, RecordingTime recording) {
    Instant told = fields.moment("recordedAt");
    Instant recordedAt = told == null ? recording.of(occurredAt) : told;
    boolean isBefore = told != null && told.plus(MOST_AHEAD).isBefore(occurredAt);
    if (isBefore || recordedAt.isAfter(clock.instant().plus(MOST_AHEAD))) {
      throw fields.wrong("recordedAt", "a moment from " + occurredAt + ", its occurredAt, to now");
    }
    return recordedAt.isBefore(occurredAt) ? occurredAt : recordedAt;
  }

  private static @Nullable Long amount(EventFields fields, EventType type) {
    BigDecimal amount = fields.decimal("amount", AMOUNT);
    if (amount == null) {
      if (type == EventType.PURCHASE || type == EventType.REFUND) {
        throw fields.wrong("amount", AMOUNT);
      }
      return null;
    }
    if (amount.signum() < 0 || amount.compareTo(MOST) > 0) {
      throw fields.wrong("amount", AMOUNT);
    }
    return Micros.of(amount);
  }

  private static @Nullable String currency(EventFields fields) {
    return fields.text("currencyCode", 3);
  }

  private static @Nullable Touch touch(EventFields fields, EventType type) {
    if (type != EventType.TOUCHPOINT && !fields.has("touch")) {
      return null;
    }
    String told = fields.text("touch", 16);
    if (type == EventType.TOUCHPOINT && "IMPRESSION".equals(told)) {
      return Touch.IMPRESSION;
    }
    if (type == EventType.TOUCHPOINT && "CLICK".equals(told)) {
      return Touch.CLICK;
    }
    throw fields.wrong("touch", "IMPRESSION or CLICK, of a TOUCHPOINT alone");
  }

  /** What an event of the type cannot do without. */
  private static void checkType(EventFields fields, EventType type, String userId) {
    String needed =
        switch (type) {
          case TOUCHPOINT -> "channel";
          case LEVEL_REACHED -> "level";
          case DEVICE_SEEN -> "device";
          case ADDRESS_SEEN -> "address";
          case IDS_LINKED -> "otherUserId";
          case FRAUD_CONFIRMED, FRAUD_CLEARED -> "saidBy";
          default -> "type";
        };
    if (!fields.has(needed)) {
      throw fields.wrong(needed, "a value, which " + type + " cannot do without");
    }
    if (type == EventType.IDS_LINKED && userId.equals(fields.text("otherUserId", LONGEST_ID))) {
      throw fields.wrong("otherUserId", "another id than userId");
    }
  }

  private @Nullable String hash(
      OrganizationId organization, Pseudonyms.Kind kind, @Nullable String clear) {
    return clear == null
        ? null
        : pseudonyms.of(organization, kind, clear.strip().toLowerCase(Locale.ROOT));
  }
}
