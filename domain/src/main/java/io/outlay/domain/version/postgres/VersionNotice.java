package io.outlay.domain.version.postgres;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.version.DataVersion;
import io.outlay.domain.version.DataVersionRaised;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The text by which the database tells a raised version: {@code organization:number:micros}. */
final class VersionNotice {

  private VersionNotice() {}

  /**
   * Reads a notice.
   *
   * @throws IllegalArgumentException when it is none
   */
  static DataVersionRaised parse(String payload) {
    String[] parts = payload.split(":", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException("not a notice of a version: " + payload);
    }
    Instant committedAt = Instant.EPOCH.plus(Long.parseLong(parts[2]), ChronoUnit.MICROS);
    return new DataVersionRaised(
        new OrganizationId(Long.parseLong(parts[0])),
        new DataVersion(Long.parseLong(parts[1]), committedAt));
  }
}
