package io.outlay.domain.campaign;

/** What campaigns are ordered by. */
public enum CampaignOrder {
  /** Name, by code points. */
  NAME,
  /** The platform's own id, as text. */
  EXTERNAL_ID,
  /** When Outlay first heard of it. */
  CREATED;

  String valueOf(Campaign campaign) {
    return switch (this) {
      case NAME -> campaign.name();
      case EXTERNAL_ID -> campaign.externalId();
      case CREATED -> "";
    };
  }
}
