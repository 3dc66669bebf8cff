package io.outlay.api.campaign;

import io.outlay.domain.campaign.CampaignQuery.Position;

/** The text by which a cursor keeps a campaign's place. */
final class CampaignPosition {

  private CampaignPosition() {}

  static String write(Position position) {
    return position.campaignId() + ":" + position.value();
  }

  static Position read(String text) {
    int colon = text.indexOf(':');
    return new Position(text.substring(colon + 1), Long.parseLong(text.substring(0, colon)));
  }
}
