package io.outlay.ingestion.platform.applesearchads;

import io.outlay.domain.platform.PlatformConnection;
import io.outlay.ingestion.platform.AccountStructure;
import io.outlay.ingestion.platform.PlatformAccount;
import io.outlay.ingestion.platform.RawFetch;
import io.outlay.ingestion.platform.RawPage;
import io.outlay.ingestion.platform.call.OpenFetch;
import io.outlay.ingestion.platform.call.PlatformCall;
import io.outlay.ingestion.platform.reading.EntityKey;
import io.outlay.ingestion.platform.reading.EntityLabels;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** One of Apple's two APIs: same figures, other addresses and other shapes. */
interface AppleDialect {

  /** Its name as an API version, and in the names of kept pages. */
  String word();

  /** The question for the account itself. */
  PlatformCall account(PlatformConnection connection);

  /**
   * The account of this id.
   *
   * @param id the dialect's own number or the account's external id
   */
  PlatformAccount readAccount(JsonNode body, String id);

  /** Whether the described account is of the organization, as far as the answer tells. */
  default boolean isOf(JsonNode body, String organization) {
    return true;
  }

  /** The id by which {@link #readAccount} finds the account. */
  String accountNumber(PlatformConnection connection);

  /** Ids of the campaigns that a report may be about, deleted ones included. */
  Mono<List<String>> campaigns(ApplePages pages, OpenFetch fetch, AppleQuestion question);

  /** How campaigns are put into questions; an empty group stands for all without naming them. */
  List<List<String>> groups(AppleLevel level, List<String> campaignIds);

  /** The question for a page of a report. */
  PlatformCall report(PlatformConnection connection, AppleQuestion question, int offset);

  /** The rows of a page of a report. */
  JsonNode rows(JsonNode body);

  /** How many rows all pages have together. */
  int total(JsonNode body);

  /** The sum of a whole report, in its first page; null in others and where there is none. */
  @Nullable JsonNode grandTotal(JsonNode body);

  /** A row's figures. */
  List<ApplePiece> pieces(JsonNode row, @Nullable String breakdown);

  /** Whose figures a row holds; null where Apple does not say to which ad group they belong. */
  @Nullable EntityKey key(AppleLevel level, JsonNode metadata);

  /** Number of the account a row belongs to; null where it does not say. */
  @Nullable String owner(JsonNode metadata);

  /** Names in a row. */
  EntityLabels labels(AppleLevel level, JsonNode metadata);

  /** Fetches campaigns, ad groups and ads. */
  Mono<List<RawPage>> structure(ApplePages pages, OpenFetch fetch);

  /** Reads what {@link #structure} fetched. */
  AccountStructure readStructure(RawFetch fetched, PlatformAccount account);
}
