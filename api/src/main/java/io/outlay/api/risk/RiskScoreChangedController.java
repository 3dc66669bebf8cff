package io.outlay.api.risk;

import io.outlay.api.graphql.paging.Cursors;
import io.outlay.api.input.FilterLists;
import io.outlay.api.user.UserAccess;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Viewer;
import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.user.User;
import io.outlay.domain.user.Users;
import io.outlay.domain.userscore.BandChange;
import io.outlay.domain.userscore.BandChanges;
import io.outlay.domain.userscore.RiskBand;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells who comes into another band: what was missed first, then what happens. */
@Controller
class RiskScoreChangedController {

  private static final String LIST = "riskScoreChanged";
  private static final int AT_ONCE = 200;

  private final BandChanges changes;
  private final Users users;
  private final Cursors cursors;

  RiskScoreChangedController(BandChanges changes, Users users, Cursors cursors) {
    this.changes = changes;
    this.users = users;
    this.cursors = cursors;
  }

  @SubscriptionMapping
  Flux<RiskScoreChanged> riskScoreChanged(
      @Argument @Nullable Filter filter,
      @Argument @Nullable String after,
      @ContextValue Viewer viewer) {
    UserAccess.require(viewer);
    OrganizationId organization = viewer.organization();
    Filter wanted = filter == null ? new Filter(null, null) : filter;
    return beginning(organization, after)
        .map(number -> new Reading(organization, wanted, number))
        .flatMapMany(
            reading -> changes.signals(organization).concatMap(signal -> reading.news(), 1));
  }

  private Mono<Long> beginning(OrganizationId organization, @Nullable String after) {
    return after == null
        ? changes.latest(organization)
        : Mono.fromCallable(() -> Long.valueOf(cursors.decode(organization, LIST, after).place()));
  }

  private Flux<RiskScoreChanged> events(OrganizationId organization, List<BandChange> shown) {
    if (shown.isEmpty()) {
      return Flux.empty();
    }
    Set<Long> numbers = shown.stream().map(BandChange::userId).collect(Collectors.toSet());
    return users
        .byIds(organization, numbers)
        .flatMapIterable(
            found -> shown.stream().map(change -> event(organization, change, found)).toList());
  }

  private RiskScoreChanged event(
      OrganizationId organization, BandChange change, Map<Long, User> users) {
    return new RiskScoreChanged(
        cursors.encode(organization, LIST, new Cursors.Position(0, Long.toString(change.number()))),
        change.kind(),
        users.get(change.userId()),
        change.previous(),
        change.band(),
        change.probability(),
        change.modelNumber(),
        change.occurredAt());
  }

  /** One subscriber's place in the log; portions are read one after the other. */
  private final class Reading {

    private final OrganizationId organization;
    private final Filter wanted;
    private long told;
    private boolean hasMore;

    Reading(OrganizationId organization, Filter wanted, long told) {
      this.organization = organization;
      this.wanted = wanted;
      this.told = told;
    }

    /** Portion by portion until there is nothing more now. */
    Flux<RiskScoreChanged> news() {
      return Flux.defer(this::portion).repeat(() -> hasMore);
    }

    private Flux<RiskScoreChanged> portion() {
      return changes
          .after(organization, told, AT_ONCE)
          .collectList()
          .doOnNext(
              read -> {
                hasMore = read.size() == AT_ONCE;
                told = read.isEmpty() ? told : read.getLast().number();
              })
          .flatMapMany(
              read -> events(organization, read.stream().filter(wanted::includes).toList()));
    }
  }

  /** Which changes are wanted. */
  record Filter(@Nullable List<RiskKind> kinds, @Nullable List<RiskBand> bands) {

    /** Refuses lists that are too long. */
    Filter {
      FilterLists.atMost("filter.kinds", kinds, 3);
      FilterLists.atMost("filter.bands", bands, 3);
    }

    boolean includes(BandChange change) {
      return (kinds == null || kinds.contains(change.kind()))
          && (bands == null || bands.contains(change.band()));
    }
  }

  /** A change as it is told. */
  record RiskScoreChanged(
      String cursor,
      RiskKind kind,
      @Nullable User user,
      RiskBand previousBand,
      RiskBand band,
      double probability,
      int modelVersion,
      Instant occurredAt) {}
}
