package io.outlay.domain.performance.postgres;

import io.outlay.domain.database.Nulls;
import io.outlay.domain.database.Session;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.SliceHead;
import io.outlay.domain.version.DataVersion;
import io.outlay.domain.version.DataVersionRaised;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import reactor.core.publisher.Mono;

/** Raises the organization's data version, telling which days and channels have changed. */
final class RaisedVersion {

  private static final String RAISE = "SELECT next_data_version($1, $2, $3, $4)";

  private static final String READ =
      "SELECT data_version, version_committed_at FROM organization WHERE organization_id = $1";

  private RaisedVersion() {}

  static Mono<DataVersionRaised> raise(
      Session session, OrganizationId organization, List<SliceHead> changed) {
    Object first =
        changed.stream()
            .<Object>map(head -> head.key().period().firstDay())
            .min(Comparator.comparing(LocalDate.class::cast))
            .orElse(Nulls.of(LocalDate.class));
    Object last =
        changed.stream()
            .<Object>map(head -> head.key().period().lastDay())
            .max(Comparator.comparing(LocalDate.class::cast))
            .orElse(Nulls.of(LocalDate.class));
    String[] channels =
        changed.stream()
            .map(head -> head.key().account().channel())
            .distinct()
            .sorted()
            .toArray(String[]::new);
    return session
        .query(RAISE, List.of(organization.value(), first, last, channels), row -> true)
        .then(read(session, organization))
        .map(version -> new DataVersionRaised(organization, version));
  }

  private static Mono<DataVersion> read(Session session, OrganizationId organization) {
    return session
        .query(
            READ,
            List.of(organization.value()),
            row ->
                new DataVersion(
                    Rows.value(row, "data_version", Long.class),
                    Rows.value(row, "version_committed_at", Instant.class)))
        .single();
  }
}
