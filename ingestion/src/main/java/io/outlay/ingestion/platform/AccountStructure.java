package io.outlay.ingestion.platform;

import java.util.List;

/** Campaigns, ad groups and ads of an account, as they were when they were fetched. */
public record AccountStructure(
    List<PlatformCampaign> campaigns, List<PlatformAdGroup> adGroups, List<PlatformAd> ads) {

  /** Copies the lists. */
  public AccountStructure {
    campaigns = List.copyOf(campaigns);
    adGroups = List.copyOf(adGroups);
    ads = List.copyOf(ads);
  }
}
