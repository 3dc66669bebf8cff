package io.outlay.domain.campaign;

import org.jspecify.annotations.Nullable;

/**
 * A campaign of an ad account.
 *
 * @param externalId the platform's own id
 * @param status the platform's own word; null where the source does not tell
 * @param objective the platform's own word; null where the source does not tell
 * @param knownIn data version whose knowledge this is; null for the newest
 */
public record Campaign(
    long id,
    long adAccountId,
    String externalId,
    String name,
    @Nullable String status,
    @Nullable String objective,
    @Nullable Long knownIn) {

  /** The same under another name. */
  public Campaign named(String other) {
    return new Campaign(id, adAccountId, externalId, other, status, objective, knownIn);
  }
}
