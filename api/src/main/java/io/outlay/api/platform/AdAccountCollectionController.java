package io.outlay.api.platform;

import graphql.schema.DataFetchingEnvironment;
import io.outlay.api.graphql.paging.Cursors;
import io.outlay.api.paging.Connection;
import io.outlay.api.paging.PageRequest;
import io.outlay.domain.account.AdAccount;
import io.outlay.domain.organization.Viewer;
import io.outlay.domain.performance.DateRange;
import io.outlay.domain.platform.Completeness;
import io.outlay.domain.platform.PeriodFetches;
import io.outlay.domain.platform.PlatformAccess;
import io.outlay.domain.platform.PlatformAccesses;
import io.outlay.domain.platform.Reconciliations;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** How ad accounts are collected, and how complete they are. */
@Controller
class AdAccountCollectionController {

  private static final String TYPE = "AdAccount";

  private final PlatformAccesses accesses;
  private final PeriodFetches fetches;
  private final Reconciliations reconciliations;
  private final Cursors cursors;
  private final InstantSource clock;

  AdAccountCollectionController(
      PlatformAccesses accesses,
      PeriodFetches fetches,
      Reconciliations reconciliations,
      Cursors cursors,
      InstantSource clock) {
    this.accesses = accesses;
    this.fetches = fetches;
    this.reconciliations = reconciliations;
    this.cursors = cursors;
    this.clock = clock;
  }

  @BatchMapping(typeName = TYPE)
  Mono<Map<AdAccount, PlatformAccessView>> platformAccess(
      List<AdAccount> accounts, @ContextValue Viewer viewer) {
    return accesses
        .byIds(viewer.organization(), ids(accounts))
        .map(
            found ->
                byAccount(
                    accounts,
                    account -> {
                      PlatformAccess access = found.get(account.id());
                      return access == null
                          ? null
                          : PlatformAccessView.of(access, viewer.language());
                    }));
  }

  @BatchMapping(typeName = TYPE)
  Mono<Map<AdAccount, FreshnessView>> freshness(
      List<AdAccount> accounts, @ContextValue Viewer viewer) {
    return accesses
        .byIds(viewer.organization(), ids(accounts))
        .flatMap(
            found ->
                fetches
                    .delivery(viewer.organization(), found.keySet())
                    .map(
                        read ->
                            byAccount(
                                accounts,
                                account -> {
                                  PlatformAccess access = found.get(account.id());
                                  return access == null
                                      ? null
                                      : FreshnessView.of(
                                          Completeness.of(
                                              read.getOrDefault(account.id(), List.of()),
                                              access.settings().historyFrom(),
                                              access.zone(),
                                              clock.instant()));
                                })));
  }

  @SchemaMapping(typeName = TYPE)
  Mono<Connection<SyncView>> syncs(
      AdAccount account, @ContextValue Viewer viewer, DataFetchingEnvironment environment) {
    PageRequest page =
        PageRequest.of(viewer.organization(), "syncs" + account.id(), environment.getArguments());
    PeriodFetches.Place after =
        page.position(cursors)
            .map(position -> SyncView.place(position.place()))
            .orElse(PeriodFetches.Place.NEWEST);
    return fetches
        .page(viewer.organization(), account.id(), after, page.first() + 1)
        .map(SyncView::of)
        .collectList()
        .map(read -> Connection.of(read, page, cursors, SyncView::place));
  }

  @SchemaMapping(typeName = TYPE)
  Mono<Connection<ReconciliationView>> reconciliations(
      AdAccount account,
      @Argument boolean onlyDiffering,
      @ContextValue Viewer viewer,
      DataFetchingEnvironment environment) {
    PageRequest page =
        PageRequest.of(
            viewer.organization(), "reconciliations" + account.id(), environment.getArguments());
    LocalDate before =
        page.position(cursors)
            .map(position -> LocalDate.parse(position.place()))
            .orElse(LocalDate.of(9999, 12, 31));
    return reconciliations
        .page(viewer.organization(), account.id(), onlyDiffering, before, page.first() + 1)
        .map(ReconciliationView::of)
        .collectList()
        .map(read -> Connection.of(read, page, cursors, view -> view.day().toString()));
  }

  private static Set<Long> ids(List<AdAccount> accounts) {
    return accounts.stream().map(AdAccount::id).collect(Collectors.toSet());
  }

  private static <T> Map<AdAccount, T> byAccount(
      List<AdAccount> accounts, Function<AdAccount, @Nullable T> view) {
    Map<AdAccount, T> views = new HashMap<>();
    for (AdAccount account : accounts) {
      T shown = view.apply(account);
      if (shown != null) {
        views.put(account, shown);
      }
    }
    return views;
  }

  /** How complete an account is. */
  record FreshnessView(
      @Nullable Instant fetchedAt,
      @Nullable LocalDate completeUntil,
      List<DateRange> gaps,
      boolean isProvisional,
      @Nullable LocalDate provisionalFrom) {

    static FreshnessView of(Completeness completeness) {
      return new FreshnessView(
          completeness.freshAt(),
          completeness.completeUntil(),
          completeness.gaps(),
          completeness.provisionalFrom() != null,
          completeness.provisionalFrom());
    }
  }
}
