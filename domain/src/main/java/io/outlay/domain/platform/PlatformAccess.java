package io.outlay.domain.platform;

import io.outlay.domain.performance.AdAccountDetails;
import io.outlay.domain.performance.AdAccountKey;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An ad account that Outlay collects by itself.
 *
 * @param adAccountId the account's number
 * @param stateDetail the platform's words about the state; empty where it has none
 * @param stateSince when it came into this state
 * @param nextSyncAt when it is due again
 * @param totalsCheckedAt when closed days were last compared with the platform's totals; null
 *     before the first time
 */
public record PlatformAccess(
    AdAccountKey account,
    long adAccountId,
    AdAccountDetails details,
    AccessSettings settings,
    AccessState state,
    String stateDetail,
    Instant stateSince,
    Instant connectedAt,
    Instant nextSyncAt,
    @Nullable Instant totalsCheckedAt) {

  /** Zone of the account's days. */
  public ZoneId zone() {
    return ZoneId.of(details.timeZone());
  }

  /** The same in another state. */
  public PlatformAccess in(AccessState other, String detail, Instant now) {
    return new PlatformAccess(
        account,
        adAccountId,
        details,
        settings,
        other,
        detail,
        other == state ? stateSince : now,
        connectedAt,
        nextSyncAt,
        totalsCheckedAt);
  }

  /** The same, collected otherwise. */
  public PlatformAccess with(AdAccountDetails newDetails, AccessSettings newSettings) {
    return new PlatformAccess(
        account,
        adAccountId,
        newDetails,
        newSettings,
        state,
        stateDetail,
        stateSince,
        connectedAt,
        nextSyncAt,
        totalsCheckedAt);
  }

  /** The same, due at another time. */
  public PlatformAccess dueAt(Instant next) {
    return new PlatformAccess(
        account,
        adAccountId,
        details,
        settings,
        state,
        stateDetail,
        stateSince,
        connectedAt,
        next,
        totalsCheckedAt);
  }

  /** What the audit log says about it: never a secret. */
  public Map<String, ?> auditFields() {
    Map<String, Object> fields = new TreeMap<>(settings.auditFields());
    fields.put("channel", account.channel());
    fields.put("externalId", account.externalId());
    fields.put("state", state.name());
    return fields;
  }
}
