package io.outlay.api.performance;

import io.outlay.domain.account.AdAccount;
import io.outlay.domain.account.AdAccounts;
import io.outlay.domain.campaign.Ad;
import io.outlay.domain.campaign.AdGroup;
import io.outlay.domain.campaign.Campaign;
import io.outlay.domain.campaign.Campaigns;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.organization.Viewer;
import io.outlay.domain.performance.FigureSource;
import io.outlay.domain.performance.GroupKey;
import io.outlay.domain.performance.Level;
import io.outlay.domain.performance.PerformanceReport;
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
import reactor.util.function.Tuple4;

/**
 * Loads what rows speak of: one look-up for each selected kind, however many rows there are, and
 * none for the others.
 */
@Component
class RowEntityLoader {

  private final AdAccounts adAccounts;
  private final Campaigns campaigns;
  private final DayNameLoader names;

  RowEntityLoader(AdAccounts adAccounts, Campaigns campaigns, DayNameLoader names) {
    this.adAccounts = adAccounts;
    this.campaigns = campaigns;
    this.names = names;
  }

  /**
   * Loads for a report's rows; channels are told by the report itself.
   *
   * @param version data version whose names are told; null for the newest
   */
  Mono<RowEntities> load(
      Viewer viewer, PerformanceReport report, ReportSelection selected, @Nullable Long version) {
    List<PerformanceRow> rows = report.rows();
    return Mono.zip(
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
        .zipWhen(
            found -> names.load(viewer, rows, kinds(found)),
            (found, then) ->
                new RowEntities(
                    report.channels(),
                    found.getT1(),
                    found.getT2(),
                    found.getT3(),
                    found.getT4(),
                    then));
  }

  private static Map<Level, Set<Long>> kinds(
      Tuple4<Map<Long, AdAccount>, Map<Long, Campaign>, Map<Long, AdGroup>, Map<Long, Ad>> found) {
    return Map.of(
        Level.ACCOUNT,
        found.getT1().keySet(),
        Level.CAMPAIGN,
        found.getT2().keySet(),
        Level.AD_GROUP,
        found.getT3().keySet(),
        Level.AD,
        found.getT4().keySet());
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
