package io.outlay.ingestion.platform.meta;

import io.outlay.ingestion.platform.PlatformAccount;
import io.outlay.ingestion.platform.RawFetch;
import io.outlay.ingestion.platform.RawPage;
import io.outlay.ingestion.platform.call.Answers;
import io.outlay.ingestion.platform.reading.Accounts;
import io.outlay.ingestion.platform.reading.Fields;
import tools.jackson.databind.JsonNode;

/** The account as Meta describes it; every fetch holds it, for its currency and its days. */
final class MetaAccount {

  static final String PART = "account";
  static final String FIELDS = "account_id,name,account_status,currency,timezone_name";

  private MetaAccount() {}

  static PlatformAccount of(RawFetch fetched) {
    return of(Accounts.pageOf(fetched, PART));
  }

  static PlatformAccount of(RawPage page) {
    JsonNode node = Answers.json(page.body());
    String name = Fields.text(node, "name");
    String id = Fields.requiredText(node, "account_id");
    return Accounts.checked(
        new PlatformAccount(
            id,
            name == null ? id : name,
            Fields.requiredText(node, "currency"),
            Fields.requiredText(node, "timezone_name")));
  }
}
