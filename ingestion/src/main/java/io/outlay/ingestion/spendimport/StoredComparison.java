package io.outlay.ingestion.spendimport;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.FactRow;
import io.outlay.domain.performance.Level;
import io.outlay.domain.performance.MetricValues;
import io.outlay.domain.performance.Period;
import io.outlay.domain.spendimport.ImportTargets;
import io.outlay.domain.spendimport.StoredSlice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Compares a file's slices with what is stored: whether they may take their days, and how many
 * stored rows would vanish. Used by one chain at a time.
 */
final class StoredComparison {

  private static final int KEPT = 100;

  private final ImportTargets targets;
  private final OrganizationId organization;
  private final SpendImportRequest request;
  private final Level level;
  private final Set<String> campaignIds;
  private final Map<String, List<StoredSlice>> stored = new HashMap<>();
  private final List<ImportConflict> conflicts = new ArrayList<>();
  private long conflictCount;
  private long vanishing;

  /**
   * @param stored the accounts' slices that share a day with the file
   */
  StoredComparison(
      ImportTargets targets,
      OrganizationId organization,
      SpendImportRequest request,
      CheckedSpendFile file,
      List<StoredSlice> stored) {
    this.targets = targets;
    this.organization = organization;
    this.request = request;
    this.level = file.report().level();
    this.campaignIds = file.campaignIds();
    stored.forEach(
        slice ->
            this.stored.computeIfAbsent(slice.accountId(), id -> new ArrayList<>()).add(slice));
  }

  /** Compares one slice. */
  Mono<Void> compare(SpendSlice slice) {
    if (request.replace() == ImportReplacement.CAMPAIGNS
        && slice.rows().stream().anyMatch(row -> row.campaignId() == null)) {
      return Mono.fromRunnable(
          () ->
              conflict(
                  slice,
                  request.dataset(),
                  "held by rows without a campaign, which cannot replace CAMPAIGNS. Replace"
                      + " DAYS."));
    }
    List<StoredSlice> touched =
        stored.getOrDefault(slice.accountId(), List.of()).stream()
            .filter(other -> sharesDays(other.period(), slice.period()))
            .toList();
    return Flux.fromIterable(touched).concatMap(other -> compare(slice, other)).then();
  }

  SpendImportResult result(FileReport report) {
    return new SpendImportResult(report, vanishing, conflicts, conflictCount);
  }

  boolean hasConflicts() {
    return conflictCount > 0;
  }

  private Mono<Void> compare(SpendSlice slice, StoredSlice other) {
    boolean isOwn =
        other.source().equals(request.dataset()) && other.period().equals(slice.period());
    if (!isOwn) {
      return Mono.fromRunnable(() -> meetRival(slice, other));
    }
    if (request.replace() == ImportReplacement.CAMPAIGNS
        && other.level() != level
        && other.rowCount() > 0) {
      return Mono.fromRunnable(
          () ->
              conflict(
                  slice,
                  other.source(),
                  "stored at level "
                      + other.level()
                      + "; campaigns at level "
                      + level
                      + " cannot stand among them. Replace DAYS, or import the same level."));
    }
    return other.rowCount() == 0
        ? Mono.empty()
        : targets
            .rows(organization, other)
            .collectList()
            .doOnNext(rows -> meetOwn(slice, other, rows))
            .then();
  }

  private void meetRival(SpendSlice slice, StoredSlice other) {
    if (request.replace() == ImportReplacement.ANY_SOURCE) {
      vanishing += other.rowCount();
      return;
    }
    boolean isOtherPeriod = other.source().equals(request.dataset());
    conflict(
        slice,
        other.source(),
        isOtherPeriod
            ? "stored for the days "
                + text(other.period())
                + ", which overlap. Replace ANY_SOURCE to put this period in their place."
            : "owned by \""
                + other.source()
                + "\" at level "
                + other.level()
                + ". Replace ANY_SOURCE to take them over, or leave these days out.");
  }

  private void meetOwn(SpendSlice slice, StoredSlice other, List<FactRow> rows) {
    Map<RowKey, MetricValues> brought = new HashMap<>();
    slice.rows().forEach(row -> brought.put(RowKey.of(row), row.metrics()));
    boolean isPartial = request.replace() == ImportReplacement.CAMPAIGNS;
    long missing = 0;
    boolean isSame = rows.size() == brought.size() && other.level() == level;
    for (FactRow row : rows) {
      MetricValues values = brought.get(RowKey.of(row));
      boolean isReplaced =
          !isPartial || (row.campaignId() != null && campaignIds.contains(row.campaignId()));
      missing += values == null && isReplaced ? 1 : 0;
      isSame &= row.metrics().equals(values);
    }
    if (request.replace() == ImportReplacement.NOTHING && !isSame) {
      conflict(
          slice,
          other.source(),
          "already there with other figures. Replace CAMPAIGNS or DAYS to put the file's in their"
              + " place.");
    }
    vanishing += missing;
  }

  private void conflict(SpendSlice slice, String owner, String why) {
    conflictCount++;
    if (conflicts.size() < KEPT) {
      conflicts.add(
          new ImportConflict(
              slice.accountId(),
              slice.period(),
              owner,
              "Days " + text(slice.period()) + " of account " + slice.accountId() + " are " + why));
    }
  }

  private static boolean sharesDays(Period one, Period two) {
    return !one.lastDay().isBefore(two.firstDay()) && !two.lastDay().isBefore(one.firstDay());
  }

  private static String text(Period period) {
    return period.firstDay().equals(period.lastDay())
        ? period.firstDay().toString()
        : period.firstDay() + " to " + period.lastDay();
  }
}
