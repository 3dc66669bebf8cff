package io.outlay.api.campaign;

import io.outlay.api.graphql.paging.Cursors;
import io.outlay.api.paging.Connection;
import io.outlay.api.paging.PageRequest;
import io.outlay.domain.campaign.Campaign;
import io.outlay.domain.campaign.CampaignPage;
import io.outlay.domain.campaign.CampaignQuery;

/** A page of campaigns that knows the question it answers. */
public final class CampaignConnection extends Connection<Campaign> {

  private final CampaignQuery query;

  CampaignConnection(CampaignPage found, CampaignQuery query, PageRequest page, Cursors cursors) {
    super(
        found.campaigns(),
        found.hasNextPage(),
        page,
        cursors,
        campaign -> new Cursors.Position(0, CampaignPosition.write(query.positionOf(campaign))));
    this.query = query;
  }

  CampaignQuery query() {
    return query;
  }
}
