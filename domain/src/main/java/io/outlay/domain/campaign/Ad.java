package io.outlay.domain.campaign;

import org.jspecify.annotations.Nullable;

/**
 * One ad.
 *
 * @param adGroupId its ad group; null where it is served without one
 * @param externalId the platform's own id
 */
public record Ad(
    long id, long campaignId, @Nullable Long adGroupId, String externalId, String name) {

  /** The same under another name. */
  public Ad named(String other) {
    return new Ad(id, campaignId, adGroupId, externalId, other);
  }
}
