package io.outlay.domain.organization;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Map;

/**
 * A company that uses Outlay.
 *
 * @param id its number
 * @param details what it decided about itself
 */
public record Organization(OrganizationId id, OrganizationDetails details) {

  /** Weeks begin on Monday (ISO 8601) for every organization. */
  public DayOfWeek weekStart() {
    return DayOfWeek.MONDAY;
  }

  /** Short name in JWT claims and on the command line; never changes. */
  public String key() {
    return details.key();
  }

  /** Name shown to people. */
  public String name() {
    return details.name();
  }

  /** ISO 4217 code in which answers are given unless asked otherwise. */
  public String currencyCode() {
    return details.currencyCode();
  }

  /** Zone of "today" for the organization; each ad account's days are its own. */
  public ZoneId timeZone() {
    return details.timeZone();
  }

  /** Table of exchange rates its reports convert by. */
  public String rateTable() {
    return details.rateTable();
  }

  /** The settings as the audit log writes them. */
  public Map<String, String> auditFields() {
    return Map.of(
        "key", key(),
        "name", name(),
        "currencyCode", currencyCode(),
        "timeZone", timeZone().getId(),
        "rateTable", rateTable());
  }
}
