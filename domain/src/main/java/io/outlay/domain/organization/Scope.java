package io.outlay.domain.organization;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far a token may look within its organization. Each limit narrows: with both, a row must be of
 * one of the accounts and of one of the channels.
 *
 * <p>The limits hold in SQL ({@code $n::bigint[] IS NULL OR ad_account_id = ANY($n)}), in
 * subscriptions and as part of the response cache's key.
 *
 * @param adAccountIds the only ad accounts seen; null for no such limit, empty for none at all
 * @param channelIds the only channels seen; null for no such limit, empty for none at all
 */
public record Scope(@Nullable Set<Long> adAccountIds, @Nullable Set<Long> channelIds) {

  /** Sees all of the organization. */
  public static final Scope EVERYTHING = new Scope(null, null);

  /** Keeps copies of the sets. */
  public Scope {
    adAccountIds = adAccountIds == null ? null : Set.copyOf(adAccountIds);
    channelIds = channelIds == null ? null : Set.copyOf(channelIds);
  }

  /** Whether nothing is hidden. */
  public boolean isEverything() {
    return adAccountIds == null && channelIds == null;
  }

  /** Whether an account of the given channel may be seen. */
  public boolean includes(long adAccountId, long channelId) {
    return (adAccountIds == null || adAccountIds.contains(adAccountId))
        && (channelIds == null || channelIds.contains(channelId));
  }
}
