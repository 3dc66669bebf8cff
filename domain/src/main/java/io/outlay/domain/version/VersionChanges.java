package io.outlay.domain.version;

import io.outlay.domain.organization.OrganizationId;
import reactor.core.publisher.Flux;

/** What data versions changed. */
public interface VersionChanges {

  /**
   * Changes in their order, at most the latest 1,000.
   *
   * @param after number of the last version already known
   * @param upTo number of the last version wanted
   */
  Flux<VersionChange> between(OrganizationId organization, long after, long upTo);
}
