package io.outlay.domain.performance;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which facts count. All conditions must hold; within one, any of its values. An empty set sets no
 * condition.
 *
 * @param channelKeys keys such as {@code META}; one that no channel has matches nothing
 * @param statuses the platforms' own words, compared exactly
 * @param nameContains part of the campaign's name, upper and lower case alike; null for any name
 * @param currencyCodes native currencies of the facts
 * @param countries as the source writes them
 * @param label one of the campaign's labels; null for no such condition
 */
public record PerformanceFilter(
    Set<Long> channelIds,
    Set<String> channelKeys,
    Set<Long> adAccountIds,
    Set<Long> campaignIds,
    Set<String> statuses,
    @Nullable String nameContains,
    Set<String> currencyCodes,
    Set<String> countries,
    @Nullable LabelFilter label) {

  /** All facts. */
  public static final PerformanceFilter NONE =
      new PerformanceFilter(
          Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), null, Set.of(), Set.of(), null);

  /** Copies the sets. */
  public PerformanceFilter {
    channelIds = Set.copyOf(channelIds);
    channelKeys = Set.copyOf(channelKeys);
    adAccountIds = Set.copyOf(adAccountIds);
    campaignIds = Set.copyOf(campaignIds);
    statuses = Set.copyOf(statuses);
    currencyCodes = Set.copyOf(currencyCodes);
    countries = Set.copyOf(countries);
  }

  /** The same, for the given campaigns only. */
  public PerformanceFilter withCampaigns(Set<Long> campaigns) {
    return new PerformanceFilter(
        channelIds,
        channelKeys,
        adAccountIds,
        campaigns,
        statuses,
        nameContains,
        currencyCodes,
        countries,
        label);
  }

  /** The same, for the given ad accounts only. */
  public PerformanceFilter withAdAccounts(Set<Long> adAccounts) {
    return new PerformanceFilter(
        channelIds,
        channelKeys,
        adAccounts,
        campaignIds,
        statuses,
        nameContains,
        currencyCodes,
        countries,
        label);
  }
}
