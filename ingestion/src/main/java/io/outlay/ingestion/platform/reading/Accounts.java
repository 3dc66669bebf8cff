package io.outlay.ingestion.platform.reading;

import io.outlay.domain.money.Currencies;
import io.outlay.ingestion.platform.PlatformAccount;
import io.outlay.ingestion.platform.PlatformFailure;
import io.outlay.ingestion.platform.RawFetch;
import io.outlay.ingestion.platform.RawPage;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** What every platform's account must be like, and its own days. */
public final class Accounts {

  private Accounts() {}

  /** The account itself, when its currency and time zone are known ones. */
  public static PlatformAccount checked(PlatformAccount account) {
    if (!Currencies.isKnown(account.currencyCode())) {
      throw Fields.unreadable("the currency", account.currencyCode(), "an ISO 4217 code");
    }
    try {
      ZoneId.of(account.timeZone());
    } catch (DateTimeException e) {
      throw Fields.unreadable("the time zone", account.timeZone(), "an IANA name");
    }
    return account;
  }

  /** The account itself, when it is the one that was asked for. */
  public static PlatformAccount asked(PlatformAccount account, String externalId) {
    if (!account.externalId().equals(externalId)) {
      throw Fields.unreadable("the account", account.externalId(), externalId);
    }
    return account;
  }

  /** The day it was in the account's zone when the fetch began. */
  public static LocalDate today(RawFetch fetched, PlatformAccount account) {
    return LocalDate.ofInstant(fetched.startedAt(), ZoneId.of(account.timeZone()));
  }

  /** The bodies of a part, in order. */
  public static List<RawPage> pagesOf(RawFetch fetched, String part) {
    return fetched.pages().stream().filter(page -> page.part().equals(part)).toList();
  }

  /** The one page of a part. */
  public static RawPage pageOf(RawFetch fetched, String part) {
    List<RawPage> pages = pagesOf(fetched, part);
    if (pages.isEmpty()) {
      throw new PlatformFailure.Unreadable("The fetch has no part \"" + part + "\".", null);
    }
    return pages.getFirst();
  }
}
