package io.outlay.ingestion.spendimport;

import org.jspecify.annotations.Nullable;

/** What a file says about a campaign beside its figures; null where it says nothing. */
record CampaignLabels(@Nullable String title, @Nullable String country, @Nullable String purpose) {

  static final CampaignLabels NONE = new CampaignLabels(null, null, null);

  static CampaignLabels of(
      @Nullable String title, @Nullable String country, @Nullable String purpose) {
    return title == null && country == null && purpose == null
        ? NONE
        : new CampaignLabels(title, country, purpose);
  }
}
