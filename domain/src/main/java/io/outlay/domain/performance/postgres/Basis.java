package io.outlay.domain.performance.postgres;

import io.outlay.domain.account.AdAccount;
import io.outlay.domain.assumption.Assumption;
import io.outlay.domain.channel.Channel;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.performance.DataVersion;
import io.outlay.domain.performance.PerformanceFilter;
import io.outlay.domain.performance.View;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What every report of an organization needs to know, as of one data version.
 *
 * @param isCurrent whether the version was the newest when it was read
 * @param channels by id
 * @param accounts by id
 * @param isThinned whether a later version was committed by the asked time, which is no longer kept
 * @param breakdowns accounts of which a platform's own breakdown was delivered, by its view
 * @param wantedFrom first day that is collected of each connected account, by its id
 */
record Basis(
    OrganizationId organization,
    DataVersion version,
    boolean isCurrent,
    String currencyCode,
    ZoneId timeZone,
    String rateTable,
    Map<Long, Channel> channels,
    Map<Long, AdAccount> accounts,
    List<Assumption> assumptions,
    boolean isThinned,
    Map<View, Set<Long>> breakdowns,
    Map<Long, LocalDate> wantedFrom) {

  /** Table of rates that all organizations share. */
  static final String SHARED_RATE_TABLE = "ECB";

  /** Whose rates are used: the shared table's, organization 0, or the organization's own. */
  long rateOwner() {
    return SHARED_RATE_TABLE.equals(rateTable) ? 0 : organization.value();
  }

  /** Ids of the accounts within scope and filter; null when that is every account. */
  @Nullable List<Long> accountsWithin(Scope scope, PerformanceFilter filter) {
    if (scope.isEverything() && !limitsAccounts(filter)) {
      return null;
    }
    return accounts.values().stream()
        .filter(account -> scope.includes(account.id(), account.channelId()))
        .filter(account -> matches(account, filter))
        .map(AdAccount::id)
        .sorted()
        .toList();
  }

  /** Time zones of these accounts, each once and in order. */
  List<String> zonesOf(Collection<Long> accountIds) {
    return accountIds.stream()
        .map(accounts::get)
        .filter(Objects::nonNull)
        .map(AdAccount::timeZone)
        .distinct()
        .sorted()
        .toList();
  }

  private static boolean limitsAccounts(PerformanceFilter filter) {
    return !(filter.channelIds().isEmpty()
        && filter.channelKeys().isEmpty()
        && filter.adAccountIds().isEmpty());
  }

  private boolean matches(AdAccount account, PerformanceFilter filter) {
    return allows(filter.adAccountIds(), account.id())
        && allows(filter.channelIds(), account.channelId())
        && allows(filter.channelKeys(), keyOf(account.channelId()));
  }

  private String keyOf(long channelId) {
    Channel channel = channels.get(channelId);
    if (channel == null) {
      throw new IllegalStateException("an account's channel is missing: " + channelId);
    }
    return channel.key();
  }

  private static <T> boolean allows(Set<T> wanted, T value) {
    return wanted.isEmpty() || wanted.contains(value);
  }
}
