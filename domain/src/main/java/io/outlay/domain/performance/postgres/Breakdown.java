package io.outlay.domain.performance.postgres;

import io.outlay.domain.performance.Dimension;
import io.outlay.domain.performance.Level;
import io.outlay.domain.performance.Notice;
import io.outlay.domain.performance.PerformanceQuery;
import io.outlay.domain.performance.View;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Breakdowns that a platform reports apart from its delivery. A question that splits or filters by
 * what one of them tells is answered, for each account and day, either from it or from delivery:
 * both speak of the same money, so they are never added.
 */
enum Breakdown {
  COUNTRY(View.COUNTRY, EnumSet.of(Dimension.COUNTRY), Notice.COUNTRY_BREAKDOWN),
  DEVICE(View.DEVICE, EnumSet.of(Dimension.DEVICE), Notice.DEVICE_BREAKDOWN),
  AGE_GENDER(
      View.AGE_GENDER,
      EnumSet.of(Dimension.AGE_RANGE, Dimension.GENDER),
      Notice.AGE_GENDER_BREAKDOWN);

  private static final Set<Dimension> SEGMENTS =
      EnumSet.of(Dimension.COUNTRY, Dimension.AGE_RANGE, Dimension.GENDER, Dimension.DEVICE);

  private final View view;

  @SuppressWarnings("ImmutableEnumChecker") // never written after construction
  private final Set<Dimension> tells;

  private final Notice notice;

  Breakdown(View view, Set<Dimension> tells, Notice notice) {
    this.view = view;
    this.tells = tells;
    this.notice = notice;
  }

  /** The breakdown that tells all segments the question speaks of; empty for delivery alone. */
  static Optional<Breakdown> of(PerformanceQuery query, List<Dimension> groupBy) {
    Set<Dimension> asked = EnumSet.noneOf(Dimension.class);
    asked.addAll(groupBy);
    asked.retainAll(SEGMENTS);
    if (!query.filter().countries().isEmpty()) {
      asked.add(Dimension.COUNTRY);
    }
    return asked.isEmpty()
        ? Optional.empty()
        : Arrays.stream(values()).filter(one -> one.tells.containsAll(asked)).findFirst();
  }

  View view() {
    return view;
  }

  Notice notice() {
    return notice;
  }

  /** Levels of breakdowns that are fine enough for the question. */
  static List<String> levels(PerformanceQuery query, List<Dimension> groupBy) {
    Level coarsest = Level.ACCOUNT;
    if (groupBy.contains(Dimension.CAMPAIGN)
        || groupBy.contains(Dimension.LABEL)
        || Conditions.concernCampaigns(query.filter())) {
      coarsest = Level.CAMPAIGN;
    }
    if (groupBy.contains(Dimension.AD_GROUP)) {
      coarsest = Level.AD_GROUP;
    }
    if (groupBy.contains(Dimension.AD)) {
      coarsest = Level.AD;
    }
    return Arrays.stream(Level.values()).skip(coarsest.ordinal()).map(Level::name).toList();
  }
}
