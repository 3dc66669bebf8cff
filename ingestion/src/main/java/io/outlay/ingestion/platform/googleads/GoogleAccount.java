package io.outlay.ingestion.platform.googleads;

import io.outlay.ingestion.platform.PlatformAccount;
import io.outlay.ingestion.platform.PlatformFailure;
import io.outlay.ingestion.platform.RawFetch;
import io.outlay.ingestion.platform.RawPage;
import io.outlay.ingestion.platform.reading.Accounts;
import io.outlay.ingestion.platform.reading.Fields;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The account as Google describes it; every fetch holds it, for its currency and its days. */
final class GoogleAccount {

  static final String PART = "account";
  static final String QUERY =
      "SELECT customer.id, customer.descriptive_name, customer.currency_code,"
          + " customer.time_zone FROM customer";

  private GoogleAccount() {}

  static PlatformAccount of(RawFetch fetched) {
    List<JsonNode> rows = GoogleValues.rows(fetched, PART);
    if (rows.size() != 1) {
      throw new PlatformFailure.Unreadable(
          "Google describes %d accounts; expected one.".formatted(rows.size()), null);
    }
    JsonNode customer = rows.getFirst().path("customer");
    String id = Fields.requiredText(customer, "id");
    String name = Fields.text(customer, "descriptiveName");
    return Accounts.checked(
        new PlatformAccount(
            id,
            name == null ? id : name,
            Fields.requiredText(customer, "currencyCode"),
            Fields.requiredText(customer, "timeZone")));
  }

  /** As {@link #of(RawFetch)}, of a page that is not in a fetch yet. */
  static PlatformAccount of(RawPage page) {
    return of(new RawFetch(Instant.EPOCH, 1, "", List.of(page)));
  }
}
