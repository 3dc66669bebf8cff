package io.outlay.domain.account;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which ad accounts are wanted. All conditions must hold; an empty set sets none.
 *
 * @param channelKeys keys such as {@code META}
 * @param currencyCodes ISO 4217 codes of the accounts' amounts
 * @param nameContains part of the name, upper and lower case alike; null for any
 */
public record AdAccountFilter(
    Set<Long> channelIds,
    Set<String> channelKeys,
    Set<String> currencyCodes,
    @Nullable String nameContains) {

  /** All accounts. */
  public static final AdAccountFilter NONE =
      new AdAccountFilter(Set.of(), Set.of(), Set.of(), null);

  /** Copies the sets. */
  public AdAccountFilter {
    channelIds = Set.copyOf(channelIds);
    channelKeys = Set.copyOf(channelKeys);
    currencyCodes = Set.copyOf(currencyCodes);
  }

  /** Whether an account of the channel with the given key is wanted. */
  public boolean includes(AdAccount account, String channelKey) {
    return (channelIds.isEmpty() || channelIds.contains(account.channelId()))
        && (channelKeys.isEmpty() || channelKeys.contains(channelKey))
        && (currencyCodes.isEmpty() || currencyCodes.contains(account.currencyCode()))
        && (nameContains == null || lower(account.name()).contains(lower(nameContains)));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
