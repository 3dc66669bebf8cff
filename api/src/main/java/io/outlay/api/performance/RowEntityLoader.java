package io.outlay.api.performance;

import io.outlay.domain.account.AdAccounts;
import io.outlay.domain.campaign.Campaigns;
import io.outlay.domain.channel.Channels;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.organization.Viewer;
import io.outlay.domain.performance.FigureSource;
import io.outlay.domain.performance.GroupKey;
import io.outlay.domain.performance.PerformanceRow;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Loads what rows speak of: one look-up for each selected kind, however many rows there are, and
 * none for the others.
 */
@Component
class RowEntityLoader {

  private final Channels channels;
  private final AdAccounts adAccounts;
  private final Campaigns campaigns;

  RowEntityLoader(Channels channels, AdAccounts adAccounts, Campaigns campaigns) {
    this.channels = channels;
    this.adAccounts = adAccounts;
    this.campaigns = campaigns;
  }

  /**
   * Loads for rows.
   *
   * @param version data version whose names are told; null for the newest
   */
  Mono<RowEntities> load(
      Viewer viewer, List<PerformanceRow> rows, ReportSelection selected, @Nullable Long version) {
    return Mono.zip(
            found(viewer, numbers(rows, selected, "channel", GroupKey::channelId), channels::byIds),
            found(viewer, accountNumbers(rows, selected), at(version, adAccounts::byIds)),
            found(
                viewer,
                numbers(rows, selected, "campaign", GroupKey::campaignId),
                at(version, campaigns::byIds)),
            found(
                viewer,
                numbers(rows, selected, "adGroup", GroupKey::adGroupId),
                at(version, campaigns::adGroupsByIds)),
            found(
                viewer,
                numbers(rows, selected, "ad", GroupKey::adId),
                at(version, campaigns::adsByIds)))
        .map(
            found ->
                new RowEntities(
                    found.getT1(), found.getT2(), found.getT3(), found.getT4(), found.getT5()));
  }

  private static Set<Long> accountNumbers(List<PerformanceRow> rows, ReportSelection selected) {
    Set<Long> numbers = new HashSet<>(numbers(rows, selected, "adAccount", GroupKey::adAccountId));
    if (selected.wants("sources")) {
      rows.stream()
          .flatMap(row -> row.sources().stream())
          .map(FigureSource::adAccountId)
          .forEach(numbers::add);
    }
    return numbers;
  }

  private static Set<Long> numbers(
      List<PerformanceRow> rows,
      ReportSelection selected,
      String field,
      Function<GroupKey, @Nullable Long> number) {
    return selected.wants(field)
        ? rows.stream()
            .map(row -> number.apply(row.key()))
            .filter(Objects::nonNull)
            .collect(Collectors.toSet())
        : Set.of();
  }

  private static <T> Mono<Map<Long, T>> found(Viewer viewer, Set<Long> numbers, LookUp<T> lookUp) {
    return numbers.isEmpty()
        ? Mono.just(Map.of())
        : lookUp.byIds(viewer.organization(), viewer.scope(), numbers);
  }

  private static <T> LookUp<T> at(@Nullable Long version, LookUpThen<T> lookUp) {
    return (organization, scope, ids) -> lookUp.byIds(organization, scope, ids, version);
  }

  private interface LookUpThen<T> {

    Mono<Map<Long, T>> byIds(
        OrganizationId organization, Scope scope, Set<Long> ids, @Nullable Long version);
  }

  private interface LookUp<T> {

    Mono<Map<Long, T>> byIds(OrganizationId organization, Scope scope, Set<Long> ids);
  }
}
