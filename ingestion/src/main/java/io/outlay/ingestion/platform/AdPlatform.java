package io.outlay.ingestion.platform;

import io.outlay.domain.error.BadRequest;
import io.outlay.domain.platform.ActionMapping;
import io.outlay.domain.platform.PlatformConnection;
import io.outlay.domain.platform.PlatformCredential;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;

/**
 * One ad platform. Fetching and reading are apart: what was fetched is kept word for word and can
 * be read again under another mapping.
 *
 * <p>Every fetch is whole or an error: nothing of a bad page comes out. Errors are {@link
 * PlatformFailure}s; waiting, trying again, refreshing a token and asking for less have then been
 * done already, within bounds. Implementations may be used by several threads and never block;
 * reading is pure computation.
 */
public interface AdPlatform {

  /** Key of its channel, for example {@code META}. */
  String channelKey();

  /** Name of its channel, for people. */
  String channelName();

  /** What it can tell, how finely and how far back. */
  PlatformCapabilities capabilities();

  /**
   * Checks that the credential has what this platform needs, without asking it.
   *
   * @throws BadRequest naming what is missing, malformed or unknown, never its value
   */
  void requireCredential(PlatformCredential credential);

  /** The mapping of a new account, until a person gives it another. */
  ActionMapping defaultMapping();

  /**
   * Checks that the platform can count by this mapping and nothing would be counted twice.
   *
   * @throws BadRequest naming the actions that are unknown or contain each other
   */
  void requireMapping(ActionMapping mapping);

  /** Opens the account and tells its name, currency and time zone as the platform knows them. */
  Mono<PlatformAccount> describe(PlatformConnection connection);

  /**
   * The credential to keep: the given one, or one that lasts longer where the platform swaps it.
   * Asked for once, when an account is connected or gets a new credential.
   */
  default Mono<PlatformCredential> lasting(PlatformConnection connection) {
    return Mono.just(connection.credential());
  }

  /** Fetches campaigns, ad groups and ads as they are now. */
  Mono<RawFetch> fetchStructure(PlatformConnection connection);

  /**
   * Understands a fetched structure.
   *
   * @throws PlatformFailure.Unreadable when it is not one
   */
  AccountStructure readStructure(RawFetch fetched);

  /** Fetches one report for a stretch of days, with the account's own totals beside it. */
  Mono<RawFetch> fetchReport(PlatformConnection connection, ReportRequest request);

  /**
   * Understands a fetched report: one element for each period of the request, in order, also where
   * nothing was delivered. On every level the rows add up to the platform's own totals; in a
   * breakdown by a row of what it lacks, whose segment is null.
   *
   * @throws PlatformFailure.Unreadable when it is not such a report
   */
  List<PeriodReport> readReport(RawFetch fetched, ReportRequest request, ActionMapping mapping);

  /**
   * Names of the secrets a credential must have, for example {@code accessToken}; it may have
   * others.
   */
  default Set<String> requiredSecrets() {
    return Set.of();
  }

  /**
   * Fetches the account's own totals alone, period by period, to see whether past days moved. By
   * default by the whole report; override it where the platform has a smaller question.
   */
  default Mono<RawFetch> fetchTotals(PlatformConnection connection, ReportRequest request) {
    return fetchReport(connection, request);
  }

  /**
   * Understands fetched totals: one element for each period of the request, in order.
   *
   * @throws PlatformFailure.Unreadable when they are none
   */
  default List<PeriodTotal> readTotals(
      RawFetch fetched, ReportRequest request, ActionMapping mapping) {
    return readReport(fetched, request, mapping).stream()
        .map(report -> new PeriodTotal(report.period(), report.accountTotal()))
        .toList();
  }
}
