package io.outlay.ingestion.platform.reading;

import org.jspecify.annotations.Nullable;

/**
 * Whose figures a row holds. A null stands for what is not broken down to that level.
 *
 * @param segment country, device or attribution window, as the view has it
 */
public record EntityKey(
    @Nullable String campaignId,
    @Nullable String adGroupId,
    @Nullable String adId,
    @Nullable String segment) {

  /** The whole account. */
  public static final EntityKey ACCOUNT = new EntityKey(null, null, null, null);

  /** A campaign. */
  public static EntityKey campaign(String campaignId) {
    return new EntityKey(campaignId, null, null, null);
  }

  /** An ad group. */
  public static EntityKey adGroup(String campaignId, String adGroupId) {
    return new EntityKey(campaignId, adGroupId, null, null);
  }

  /** An ad. */
  public static EntityKey ad(String campaignId, String adGroupId, String adId) {
    return new EntityKey(campaignId, adGroupId, adId, null);
  }

  /** The same in one segment. */
  public EntityKey in(@Nullable String other) {
    return new EntityKey(campaignId, adGroupId, adId, other);
  }

  /** The level above, in the same segment; the account is its own. */
  public EntityKey parent() {
    if (adId != null) {
      return new EntityKey(campaignId, adGroupId, null, segment);
    }
    return adGroupId != null
        ? new EntityKey(campaignId, null, null, segment)
        : new EntityKey(null, null, null, segment);
  }

  @Override
  public String toString() {
    return (campaignId == null ? "the account" : "campaign " + campaignId)
        + (adGroupId == null ? "" : ", ad group " + adGroupId)
        + (adId == null ? "" : ", ad " + adId)
        + (segment == null ? "" : " in " + segment);
  }
}
