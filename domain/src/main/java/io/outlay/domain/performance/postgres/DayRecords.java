package io.outlay.domain.performance.postgres;

import io.outlay.domain.account.AdAccount;
import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.metric.MetricValue;
import io.outlay.domain.metric.MissingReason;
import io.outlay.domain.metric.Part;
import io.outlay.domain.performance.Concern;
import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.Dimension;
import io.outlay.domain.performance.GroupKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which days of a report's accounts are known, so that zero and unknown are told apart. */
final class DayRecords {

  private final Plan plan;
  private final Map<Long, AccountDays> accounts = new HashMap<>();
  private final Map<Long, Long> accountOfCampaign = new HashMap<>();

  DayRecords(Plan plan, List<DayRecord> found, Instant now) {
    this.plan = plan;
    Map<Long, List<DayRecord>> byAccount =
        found.stream().collect(Collectors.groupingBy(DayRecord::adAccountId));
    byAccount.forEach(
        (id, records) -> {
          AdAccount account = plan.basis().accounts().get(id);
          if (account != null) {
            LocalDate wantedFrom = plan.basis().wantedFrom().get(id);
            accounts.put(id, AccountDays.of(account, plan.range(), records, wantedFrom, now));
            records.getFirst().campaigns().forEach(one -> accountOfCampaign.put(one, id));
          }
        });
  }

  /** Whether a question is about accounts that are collected, so that records tell something. */
  static boolean matter(Plan plan) {
    Set<Long> collected = plan.basis().wantedFrom().keySet();
    List<Long> within =
        collected.isEmpty()
            ? List.of()
            : plan.basis().accountsWithin(plan.query().scope(), plan.query().filter());
    return within == null || within.stream().anyMatch(collected::contains);
  }

  /** Reports that the question asks for, whether they have facts or not. */
  Set<Long> reports() {
    return plan.split() == null
        ? Set.of(Figures.ONLY)
        : plan.split() == Dimension.CAMPAIGN ? accountOfCampaign.keySet() : accounts.keySet();
  }

  /** Accounts of one of the reports. */
  List<AccountDays> of(Long report) {
    if (plan.split() == null) {
      return List.copyOf(accounts.values());
    }
    Long account = plan.split() == Dimension.CAMPAIGN ? accountOfCampaign.get(report) : report;
    return Stream.ofNullable(account).flatMap(id -> Stream.ofNullable(accounts.get(id))).toList();
  }

  /**
   * Accounts that a row is about.
   *
   * @param behind accounts whose figures it holds
   */
  List<AccountDays> of(GroupKey key, Collection<Long> behind) {
    if (key.campaignId() != null || key.adAccountId() != null) {
      Set<Long> named = new HashSet<>(behind);
      Stream.ofNullable(key.adAccountId()).forEach(named::add);
      Stream.ofNullable(key.campaignId())
          .flatMap(campaign -> Stream.ofNullable(accountOfCampaign.get(campaign)))
          .forEach(named::add);
      return named.stream().flatMap(id -> Stream.ofNullable(accounts.get(id))).toList();
    }
    Long channel = key.channelId();
    return accounts.values().stream()
        .filter(one -> channel == null || one.account().channelId() == channel)
        .toList();
  }

  /** Last day up to which a source's figures of an account are whole; empty for none. */
  Optional<LocalDate> completeUntil(long adAccountId, String source, DateRange days) {
    return Optional.ofNullable(accounts.get(adAccountId))
        .flatMap(account -> account.completeUntil(source, days));
  }

  boolean isCollected(long adAccountId) {
    return plan.basis().wantedFrom().containsKey(adAccountId);
  }

  /** What is unknown or does not agree, by account. */
  static List<Concern> concerns(List<AccountDays> accounts, DateRange days) {
    return Stream.concat(
            accounts.stream().map(account -> account.notFetched(days)),
            accounts.stream().map(account -> account.notReconciled(days)))
        .flatMap(Optional::stream)
        .sorted(DayRecords::inOrder)
        .toList();
  }

  private static int inOrder(Concern one, Concern other) {
    int kind = one.notice().compareTo(other.notice());
    return kind != 0 ? kind : Long.compare(one.adAccountId(), other.adAccountId());
  }

  /**
   * Sums over days without a row: zero where any was delivered, unknown where none was; empty where
   * none is collected either, so that nothing can be said.
   */
  Optional<Map<Part, MetricValue>> sumsWithoutRows(List<AccountDays> of, DateRange days) {
    if (of.stream().noneMatch(account -> account.wants(days))) {
      return Optional.empty();
    }
    List<AccountDays> delivered =
        of.stream().filter(account -> account.wants(days) && account.hasAny(days)).toList();
    Set<BaseMetric> reported =
        delivered.stream()
            .flatMap(account -> account.reported().stream())
            .collect(Collectors.toSet());
    @Nullable MissingReason unknown = delivered.isEmpty() ? MissingReason.NOT_FETCHED : null;
    return Optional.of(
        plan.parts().parts().stream()
            .collect(Collectors.toMap(part -> part, part -> sum(part, reported, unknown))));
  }

  private static MetricValue sum(
      Part part, Set<BaseMetric> reported, @Nullable MissingReason unknown) {
    if (unknown != null) {
      return MetricValue.missing(unknown);
    }
    boolean isReported =
        reported.contains(part.metric())
            && (part.beside() == null || reported.contains(part.beside()));
    return isReported ? MetricValue.of(0) : MetricValue.missing(MissingReason.NOT_REPORTED);
  }
}
