package io.outlay.domain.organization;

import io.outlay.domain.error.BadRequest;
import java.time.ZoneId;
import java.util.Currency;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a company decides about itself.
 *
 * @param key short name for JWT claims and the command line: small letters, digits and dashes
 * @param name shown to people, 1 to 200 characters
 * @param currencyCode ISO 4217 code of its reports
 * @param timeZone zone in which its "today" is meant
 * @param rateTable table of exchange rates its reports convert by: the shared {@code ECB}, or one
 *     of its own
 */
public record OrganizationDetails(
    String key, String name, String currencyCode, ZoneId timeZone, String rateTable) {

  private static final String SHARED_RATE_TABLE = "ECB";

  private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{1,62}");
  private static final int LONGEST_NAME = 200;

  /** Refuses what cannot be right. */
  public OrganizationDetails {
    if (!KEY.matcher(key).matches()) {
      throw BadRequest.of(
          "key", key, "2 to 63 small letters, digits and dashes, beginning with a letter");
    }
    if (name.isBlank() || name.length() > LONGEST_NAME || hasControl(name)) {
      throw BadRequest.of("name", name, "1 to 200 printable characters");
    }
    if (!isCurrency(currencyCode)) {
      throw BadRequest.of("currencyCode", currencyCode, "an ISO 4217 code such as USD or KRW");
    }
  }

  /** Details of an organization that converts by the shared table. */
  public OrganizationDetails(String key, String name, String currencyCode, ZoneId timeZone) {
    this(key, name, currencyCode, timeZone, SHARED_RATE_TABLE);
  }

  /** Reads details as a person writes them; each wrong one is told by its field's name. */
  public static OrganizationDetails of(
      String key, String name, String currencyCode, String timeZone) {
    return new OrganizationDetails(key, name.strip(), currencyCode, zone(timeZone));
  }

  /** The same organization with some details changed; null leaves one as it is. */
  public OrganizationDetails with(
      @Nullable String newName, @Nullable String newCurrencyCode, @Nullable String newTimeZone) {
    return new OrganizationDetails(
        key,
        newName == null ? name : newName.strip(),
        newCurrencyCode == null ? currencyCode : newCurrencyCode,
        newTimeZone == null ? timeZone : zone(newTimeZone),
        rateTable);
  }

  /** The same organization converting by another table; null leaves it as it is. */
  public OrganizationDetails withRateTable(@Nullable String newTable) {
    return newTable == null
        ? this
        : new OrganizationDetails(key, name, currencyCode, timeZone, newTable);
  }

  private static ZoneId zone(String id) {
    if (!ZoneId.getAvailableZoneIds().contains(id)) {
      throw BadRequest.of("timeZone", id, "a name of the tz database such as Asia/Seoul or UTC");
    }
    return ZoneId.of(id);
  }

  private static boolean isCurrency(String code) {
    return Currency.getAvailableCurrencies().stream()
        .anyMatch(currency -> currency.getCurrencyCode().equals(code));
  }

  private static boolean hasControl(String text) {
    return text.chars().anyMatch(Character::isISOControl);
  }
}
