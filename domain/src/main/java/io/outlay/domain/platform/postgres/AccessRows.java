package io.outlay.domain.platform.postgres;

import io.outlay.domain.database.Rows;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.AdAccountDetails;
import io.outlay.domain.performance.AdAccountKey;
import io.outlay.domain.performance.ConversionKind;
import io.outlay.domain.platform.AccessSettings;
import io.outlay.domain.platform.AccessState;
import io.outlay.domain.platform.ActionMapping;
import io.outlay.domain.platform.PlatformAccess;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of table {@code platform_access} with their account and channel. */
final class AccessRows {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, ConversionKind>> KINDS = new TypeReference<>() {};

  static final String SELECT =
      """
      SELECT p.organization_id, p.ad_account_id, c.key AS channel, c.name AS channel_name, a.external_id, a.name,
             a.currency_code, a.time_zone, p.api_version, p.conversion_goal, p.action_kinds::text AS action_kinds,
             p.attribution_basis, p.look_back_days, p.longest_window_days, p.sync_minutes, p.history_from, p.takes_over,
             p.state, p.state_detail, p.state_since, p.connected_at, p.next_sync_at, p.totals_checked_at
        FROM platform_access p
        JOIN ad_account a ON a.organization_id = p.organization_id AND a.ad_account_id = p.ad_account_id
        JOIN channel c ON c.organization_id = a.organization_id AND c.channel_id = a.channel_id
      """;

  private AccessRows() {}

  static String kinds(ActionMapping mapping) {
    return JSON.writeValueAsString(mapping.kinds());
  }

  static PlatformAccess access(Readable row) {
    OrganizationId organization = new OrganizationId(Rows.get(row, "organization_id", Long.class));
    return new PlatformAccess(
        new AdAccountKey(organization, text(row, "channel"), text(row, "external_id")),
        Rows.get(row, "ad_account_id", Long.class),
        details(row),
        settings(row),
        AccessState.valueOf(text(row, "state")),
        text(row, "state_detail"),
        Rows.get(row, "state_since", Instant.class),
        Rows.get(row, "connected_at", Instant.class),
        Rows.get(row, "next_sync_at", Instant.class),
        row.get("totals_checked_at", Instant.class));
  }

  private static AdAccountDetails details(Readable row) {
    return new AdAccountDetails(
        text(row, "channel_name"),
        text(row, "name"),
        text(row, "currency_code"),
        text(row, "time_zone"),
        goal(row));
  }

  private static AccessSettings settings(Readable row) {
    return new AccessSettings(
        text(row, "api_version"),
        new ActionMapping(
            goal(row),
            JSON.readValue(text(row, "action_kinds"), KINDS),
            text(row, "attribution_basis")),
        Rows.get(row, "look_back_days", Integer.class),
        Rows.get(row, "longest_window_days", Integer.class),
        Duration.ofMinutes(Rows.get(row, "sync_minutes", Integer.class)),
        Rows.get(row, "history_from", LocalDate.class),
        Rows.get(row, "takes_over", Boolean.class));
  }

  private static ConversionKind goal(Readable row) {
    return ConversionKind.valueOf(text(row, "conversion_goal"));
  }

  private static String text(Readable row, String column) {
    return Rows.get(row, column, String.class);
  }
}
