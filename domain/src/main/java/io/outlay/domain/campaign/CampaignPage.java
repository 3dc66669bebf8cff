package io.outlay.domain.campaign;

import java.util.List;

/**
 * Campaigns in order.
 *
 * @param hasNextPage whether more follow
 */
public record CampaignPage(List<Campaign> campaigns, boolean hasNextPage) {

  /** Copies the campaigns. */
  public CampaignPage {
    campaigns = List.copyOf(campaigns);
  }
}
