package io.outlay.domain.assumption;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.organization.OrganizationId;
import java.util.List;
import reactor.core.publisher.Mono;

/** An organization's dated assumptions about cost and return. */
public interface Assumptions {

  /** The assumptions that hold now, from the organization's to the accounts', then by day. */
  Mono<List<Assumption>> all(OrganizationId organization);

  /**
   * Puts a list in place of all assumptions, and raises the data version when that changes
   * anything.
   *
   * @param audit what to write down with it; asked only where something changed
   */
  Mono<Change> replace(
      OrganizationId organization, List<Assumption> assumptions, Audit<Change> audit);

  /** What a replacement changed. */
  record Change(List<Assumption> before, List<Assumption> after) {

    /** Copies the lists. */
    public Change {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }
  }
}
