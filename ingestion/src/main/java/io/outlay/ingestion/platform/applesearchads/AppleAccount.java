package io.outlay.ingestion.platform.applesearchads;

import io.outlay.ingestion.platform.PlatformAccount;
import io.outlay.ingestion.platform.PlatformFailure;
import io.outlay.ingestion.platform.RawFetch;
import io.outlay.ingestion.platform.RawPage;
import io.outlay.ingestion.platform.call.Answers;
import io.outlay.ingestion.platform.reading.Accounts;
import java.util.List;

/**
 * The account as Apple describes it; every fetch holds it, for its currency and its days.
 *
 * @param number the number the dialect knows it by
 */
record AppleAccount(AppleDialect dialect, String number, PlatformAccount account) {

  private static final String PART = "account";

  /** Name of the kept page: dialect, word, number. */
  static String part(AppleDialect dialect, String number) {
    return dialect.word() + "/" + PART + "/" + number;
  }

  static AppleAccount of(RawFetch fetched, List<AppleDialect> dialects) {
    for (RawPage page : fetched.pages()) {
      String[] words = page.part().split("/", -1);
      for (AppleDialect dialect : dialects) {
        if (words.length == 3 && words[0].equals(dialect.word()) && words[1].equals(PART)) {
          return of(page, dialect, words[2]);
        }
      }
    }
    throw new PlatformFailure.Unreadable("The fetch does not hold its account.", null);
  }

  static AppleAccount of(RawPage page, AppleDialect dialect, String number) {
    PlatformAccount account =
        Accounts.checked(dialect.readAccount(Answers.json(page.body()), number));
    return new AppleAccount(dialect, number, account);
  }
}
