package io.outlay.domain.userevent;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a user. Which fields are set depends on the type; the rest is null.
 *
 * @param eventId the caller's own id, unique in the organization: an event sent again changes
 *     nothing
 * @param userId any id the company knows the user by
 * @param type what happened
 * @param customType the type as sent where Outlay does not know it, or the name of a custom event
 * @param occurredAt when it happened
 * @param recordedAt when the company could know of it; never before it occurred
 * @param amountMicros of purchase, refund or failed payment, in millionths of the currency's unit;
 *     rounded half up once
 * @param currencyCode ISO 4217 code of the amount
 * @param reportingMicros the amount in the organization's reporting currency by the rate of the
 *     event's UTC day, rounded half even to millionths; null without a rate, and before the event
 *     is stored
 * @param orderId the company's id of an order; a purchase counts once by it
 * @param isSandbox whether no money moved
 * @param isCounted whether it counts as a purchase: neither a sandbox one nor an order's second
 *     report; true for all else
 * @param seconds length of a session
 * @param level reached level
 * @param touch how an advertisement was met
 * @param channel key of an advertising channel, of a touchpoint, install or sign-up
 * @param campaign external id or name of a campaign
 * @param clickId the platform's id of a click
 * @param country ISO 3166-1 alpha-2 code
 * @param platform such as {@code IOS}, {@code ANDROID} or {@code WEB}
 * @param device keyed hash of a device's id, hexadecimal
 * @param address keyed hash of a network address, hexadecimal
 * @param otherUserId the id linked, or of the user who complained
 * @param saidBy who said so, of labels
 * @param details fields Outlay does not know, as JSON values by name
 */
public record UserEvent(
    String eventId,
    String userId,
    EventType type,
    @Nullable String customType,
    Instant occurredAt,
    Instant recordedAt,
    @Nullable Long amountMicros,
    @Nullable String currencyCode,
    @Nullable Long reportingMicros,
    @Nullable String orderId,
    boolean isSandbox,
    boolean isCounted,
    @Nullable Long seconds,
    @Nullable Integer level,
    @Nullable Touch touch,
    @Nullable String channel,
    @Nullable String campaign,
    @Nullable String clickId,
    @Nullable String country,
    @Nullable String platform,
    @Nullable String device,
    @Nullable String address,
    @Nullable String otherUserId,
    @Nullable String saidBy,
    Map<String, String> details) {

  /** Copies the details. */
  public UserEvent {
    details = Map.copyOf(details);
  }

  /** The event as it is stored. */
  public UserEvent stored(@Nullable Long inReportingCurrency, boolean counts) {
    return new UserEvent(
        eventId,
        userId,
        type,
        customType,
        occurredAt,
        recordedAt,
        amountMicros,
        currencyCode,
        inReportingCurrency,
        orderId,
        isSandbox,
        counts,
        seconds,
        level,
        touch,
        channel,
        campaign,
        clickId,
        country,
        platform,
        device,
        address,
        otherUserId,
        saidBy,
        details);
  }
}
