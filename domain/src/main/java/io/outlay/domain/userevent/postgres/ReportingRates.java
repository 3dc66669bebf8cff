package io.outlay.domain.userevent.postgres;

import io.outlay.domain.database.Rows;
import io.outlay.domain.database.Session;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.UnknownOrganization;
import io.outlay.domain.userevent.UserEvent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Rates by which an organization's events are converted: by the contract to/from, half even to
 * twelve decimals, those of the event's UTC day.
 */
final class ReportingRates {

  private static final int DECIMALS = 12;

  private static final String CURRENCY =
      "SELECT currency_code FROM organization WHERE organization_id = $1";

  private static final String RATES =
      """
      SELECT r.currency_code, r.day, r.per_euro
        FROM organization o
        JOIN exchange_rate r ON r.organization_id = CASE o.rate_table WHEN 'ECB' THEN 0 ELSE $1 END
             AND r.table_name = o.rate_table AND r.day = ANY ($2::date[])
             AND (r.currency_code = ANY ($3::text[]) OR r.currency_code = o.currency_code)
       WHERE o.organization_id = $1
      """;

  private final String currency;
  private final Map<Quoted, BigDecimal> perEuro;

  private ReportingRates(String currency, Map<Quoted, BigDecimal> perEuro) {
    this.currency = currency;
    this.perEuro = perEuro;
  }

  /** Those the events need; errors with {@link UnknownOrganization}. */
  static Mono<ReportingRates> of(
      Session session, OrganizationId organization, List<UserEvent> events) {
    return session
        .query(
            CURRENCY,
            List.of(organization.value()),
            row -> Rows.get(row, "currency_code", String.class))
        .singleOrEmpty()
        .switchIfEmpty(Mono.error(() -> new UnknownOrganization(organization)))
        .flatMap(currency -> read(session, organization, currency, events));
  }

  private static Mono<ReportingRates> read(
      Session session, OrganizationId organization, String currency, List<UserEvent> events) {
    List<UserEvent> foreign =
        events.stream()
            .filter(event -> event.amountMicros() != null)
            .filter(event -> !currency.equals(event.currencyCode()))
            .toList();
    if (foreign.isEmpty()) {
      return Mono.just(new ReportingRates(currency, Map.of()));
    }
    LocalDate[] days =
        foreign.stream().map(ReportingRates::day).distinct().toArray(LocalDate[]::new);
    String[] codes =
        foreign.stream().map(UserEvent::currencyCode).distinct().toArray(String[]::new);
    return session
        .query(
            RATES,
            List.of(organization.value(), days, codes),
            row ->
                Map.entry(
                    new Quoted(
                        Rows.get(row, "currency_code", String.class),
                        Rows.get(row, "day", LocalDate.class)),
                    Rows.get(row, "per_euro", BigDecimal.class)))
        .collectMap(Map.Entry::getKey, Map.Entry::getValue)
        .map(perEuro -> new ReportingRates(currency, perEuro));
  }

  /** Millionths in the reporting currency; null without an amount, a rate, or room for it. */
  @Nullable Long micros(UserEvent event) {
    Long amount = event.amountMicros();
    String code = event.currencyCode();
    if (amount == null || code == null || code.equals(currency)) {
      return amount;
    }
    BigDecimal from = perEuro.get(new Quoted(code, day(event)));
    BigDecimal to = perEuro.get(new Quoted(currency, day(event)));
    if (from == null || to == null) {
      return null;
    }
    BigDecimal converted =
        BigDecimal.valueOf(amount)
            .multiply(to.divide(from, DECIMALS, RoundingMode.HALF_EVEN))
            .setScale(0, RoundingMode.HALF_EVEN);
    return converted.precision() > 18 ? null : (Long) converted.longValueExact();
  }

  private static LocalDate day(UserEvent event) {
    return LocalDate.ofInstant(event.occurredAt(), ZoneOffset.UTC);
  }

  private record Quoted(String currencyCode, LocalDate day) {}
}
