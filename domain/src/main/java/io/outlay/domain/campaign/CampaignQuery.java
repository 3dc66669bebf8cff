package io.outlay.domain.campaign;

import io.outlay.domain.error.BadRequest;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.performance.LabelFilter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A page of campaigns. Empty sets set no condition.
 *
 * @param scope how far the caller may look; holds in SQL
 * @param statuses the platforms' own words, compared exactly
 * @param nameContains part of the name, upper and lower case alike; null for any
 * @param order what pages are ordered by; equal ones by id
 * @param descending whether the greatest comes first
 * @param first most campaigns, from 0 to 500
 * @param after last campaign of the page before; null for the first page
 */
public record CampaignQuery(
    OrganizationId organization,
    Scope scope,
    Set<Long> channelIds,
    Set<String> channelKeys,
    Set<Long> adAccountIds,
    Set<Long> campaignIds,
    Set<String> statuses,
    @Nullable String nameContains,
    @Nullable LabelFilter label,
    CampaignOrder order,
    boolean descending,
    int first,
    @Nullable Position after) {

  /** Most campaigns in one page. */
  public static final int LARGEST_PAGE = 500;

  /** Copies the sets and refuses a page that is too large. */
  public CampaignQuery {
    channelIds = Set.copyOf(channelIds);
    channelKeys = Set.copyOf(channelKeys);
    adAccountIds = Set.copyOf(adAccountIds);
    campaignIds = Set.copyOf(campaignIds);
    statuses = Set.copyOf(statuses);
    if (first < 0 || first > LARGEST_PAGE) {
      throw BadRequest.of("first", first, "a number from 0 to " + LARGEST_PAGE);
    }
  }

  /**
   * Where a page ended.
   *
   * @param value what the last campaign was ordered by, empty for an order by id
   */
  public record Position(String value, long campaignId) {}

  /** The position of a campaign in this query's order. */
  public Position positionOf(Campaign campaign) {
    return new Position(order.valueOf(campaign), campaign.id());
  }
}
