package io.outlay.domain.exchangerate;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.organization.OrganizationId;
import java.time.LocalDate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tables of exchange rates. A table has a rate for each calendar day: a day that is not quoted
 * carries the last quotation of at most seven days before.
 */
public interface ExchangeRates {

  /** Name of the table all organizations share: the European Central Bank's. */
  String SHARED_TABLE = "ECB";

  /** One page. */
  Mono<ExchangeRatePage> page(ExchangeRateQuery query);

  /** Number of rates on all pages of the query. */
  Mono<Long> count(ExchangeRateQuery query);

  /** Whether the organization can convert by a table of that name. */
  Mono<Boolean> isKnown(OrganizationId organization, String table);

  /**
   * Takes quotations into a table of the organization's own, all or none. What is already so stays
   * untouched; what changes keeps its history. Raises the data version when anything changed.
   *
   * @param table 1 to 32 of {@code A-Z 0-9 _}, and not the shared table's name
   * @param audit what to write down in the same transaction
   */
  Mono<RatesImported> importOwn(
      OrganizationId organization,
      String table,
      Flux<Quotation> quotations,
      Audit<RatesImported> audit);

  /** Takes quotations into the shared table in the same way, for all organizations. */
  Mono<RatesImported> importShared(RateSource source, Flux<Quotation> quotations);

  /** Last day the shared table quotes from that source; empty when there is none. */
  Mono<LocalDate> lastSharedDay(RateSource source);
}
