package io.outlay.api.security;

import io.outlay.domain.organization.OrganizationDetails;

/** The two companies of the demo: one to look at, and one that must not be seen from it. */
enum DemoOrganization {
  DEMO_GAMES("demo-games", "Demo Games", "USD", "Asia/Seoul"),
  RIVAL_GAMES("rival-games", "Rival Games", "EUR", "Europe/Berlin");

  private final String key;
  private final String title;
  private final String currencyCode;
  private final String timeZone;

  DemoOrganization(String key, String title, String currencyCode, String timeZone) {
    this.key = key;
    this.title = title;
    this.currencyCode = currencyCode;
    this.timeZone = timeZone;
  }

  OrganizationDetails details() {
    return OrganizationDetails.of(key, title, currencyCode, timeZone);
  }
}
