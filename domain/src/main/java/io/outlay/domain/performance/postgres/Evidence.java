package io.outlay.domain.performance.postgres;

import io.outlay.domain.database.Rows;
import io.outlay.domain.performance.FigureSource;
import io.outlay.domain.performance.GroupKey;
import io.outlay.domain.performance.PerformanceRow;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sources behind rows, as {@link EvidenceStatement} found them. */
final class Evidence {

  /** One source of one row; {@code goal} is what its account counted as conversion. */
  record Found(FigureSource source, String goal) {}

  private final Plan plan;
  private final Map<GroupKey, List<Found>> found = new HashMap<>();

  Evidence(Plan plan) {
    this.plan = plan;
  }

  boolean take(Readable row) {
    GroupKey key = plan.keys().read(row, plan.namedLabel());
    found.computeIfAbsent(key, group -> new ArrayList<>()).add(read(row));
    return true;
  }

  /** A row's sources, at most 50, by account and name. */
  List<FigureSource> sources(GroupKey key) {
    Map<String, FigureSource> sources = new LinkedHashMap<>();
    for (Found one : of(key)) {
      FigureSource source = one.source();
      sources.merge(source.adAccountId() + ":" + source.source(), source, Evidence::newer);
    }
    return sources.values().stream().limit(PerformanceRow.MOST_SOURCES).toList();
  }

  /** Goals of the accounts behind a row. */
  Set<String> goals(GroupKey key) {
    return of(key).stream().map(Found::goal).collect(Collectors.toSet());
  }

  /** Accounts behind a row. */
  Set<Long> accounts(GroupKey key) {
    return of(key).stream().map(one -> one.source().adAccountId()).collect(Collectors.toSet());
  }

  Collection<Found> of(GroupKey key) {
    return found.getOrDefault(key, List.of());
  }

  private static FigureSource newer(FigureSource one, FigureSource other) {
    return new FigureSource(
        one.adAccountId(),
        one.source(),
        one.fetchedAt().isAfter(other.fetchedAt()) ? one.fetchedAt() : other.fetchedAt(),
        Math.max(one.dictionaryVersion(), other.dictionaryVersion()),
        later(one.completeUntil(), other.completeUntil()),
        one.isProvisional() || other.isProvisional(),
        one.isEstimated() || other.isEstimated());
  }

  private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
    return one == null || (other != null && other.isAfter(one)) ? other : one;
  }

  private static Found read(Readable row) {
    FigureSource source =
        new FigureSource(
            Rows.get(row, "source_account", Long.class),
            Rows.get(row, "source", String.class),
            Rows.get(row, "fetched_at", Instant.class),
            Rows.get(row, "dictionary_version", Integer.class),
            Rows.get(row, "last_day", LocalDate.class),
            Rows.get(row, "is_provisional", Boolean.class),
            Rows.get(row, "is_estimated", Boolean.class));
    return new Found(source, Rows.get(row, "conversion_goal", String.class));
  }
}
