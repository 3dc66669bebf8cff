package io.outlay.domain.campaign;

/**
 * A part of a campaign that holds ads: Google's ad group, Meta's ad set.
 *
 * @param externalId the platform's own id
 */
public record AdGroup(long id, long campaignId, String externalId, String name) {

  /** The same under another name. */
  public AdGroup named(String other) {
    return new AdGroup(id, campaignId, externalId, other);
  }
}
