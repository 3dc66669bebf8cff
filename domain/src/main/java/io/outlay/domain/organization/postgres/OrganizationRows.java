package io.outlay.domain.organization.postgres;

import io.outlay.domain.organization.Organization;
import io.outlay.domain.organization.OrganizationDetails;
import io.outlay.domain.organization.OrganizationId;
import io.r2dbc.spi.Readable;
import java.time.ZoneId;
import java.util.Objects;

/** Reads an organization's row. */
final class OrganizationRows {

  static final String COLUMNS = "organization_id, key, name, currency_code, time_zone, rate_table";

  private OrganizationRows() {}

  static Organization toOrganization(Readable row) {
    return new Organization(
        new OrganizationId(Objects.requireNonNull(row.get("organization_id", Long.class))),
        new OrganizationDetails(
            text(row, "key"),
            text(row, "name"),
            text(row, "currency_code"),
            ZoneId.of(text(row, "time_zone")),
            text(row, "rate_table")));
  }

  private static String text(Readable row, String column) {
    return Objects.requireNonNull(row.get(column, String.class));
  }
}
