package io.outlay.domain.performance.postgres;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.LogPosition;
import io.outlay.domain.performance.Replaced;
import io.outlay.domain.performance.Slice;
import io.outlay.domain.performance.TextSlice;
import io.outlay.domain.test.MigratedDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** A new organization's slices in a database that other tests share. */
final class StoredSlices {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final AtomicInteger ORGANIZATIONS = new AtomicInteger();

  private final MigratedDatabase migrated;
  private final PostgresSlices slices;
  private final OrganizationId organization;

  StoredSlices(MigratedDatabase migrated) {
    this.migrated = migrated;
    this.slices = new PostgresSlices(migrated.database());
    this.organization = migrated.addOrganization("slices-" + ORGANIZATIONS.incrementAndGet());
  }

  OrganizationId organization() {
    return organization;
  }

  SomeSlices some() {
    return SomeSlices.of(organization);
  }

  Replaced replace(Slice... some) {
    return replace(List.of(), some);
  }

  Replaced replace(List<LogPosition> moves, Slice... some) {
    return awaited(
        slices.replace(organization, Stream.of(some).map(TextSlice::of).toList(), moves));
  }

  /** A number read for the organization; 0 for null. */
  long number(String sql) {
    return awaited(
        migrated
            .database()
            .inOrganization(organization)
            .one(sql, List.of(), row -> Objects.requireNonNullElse(row.get(0, Long.class), 0L)));
  }

  long version() {
    return number("SELECT data_version FROM organization");
  }

  static <T> T awaited(Mono<T> mono) {
    return Objects.requireNonNull(mono.block(PATIENCE));
  }
}
