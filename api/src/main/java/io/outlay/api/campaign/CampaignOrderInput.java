package io.outlay.api.campaign;

import io.outlay.domain.campaign.CampaignOrder;

/** Order of campaigns as a caller names it. */
record CampaignOrderInput(Field field, Direction direction) {

  static final CampaignOrderInput BY_NAME = new CampaignOrderInput(Field.NAME, Direction.ASC);

  enum Field {
    NAME(CampaignOrder.NAME),
    EXTERNAL_ID(CampaignOrder.EXTERNAL_ID),
    CREATED_AT(CampaignOrder.CREATED);

    private final CampaignOrder order;

    Field(CampaignOrder order) {
      this.order = order;
    }
  }

  enum Direction {
    ASC,
    DESC
  }

  CampaignOrder order() {
    return field.order;
  }

  boolean isDescending() {
    return direction == Direction.DESC;
  }
}
