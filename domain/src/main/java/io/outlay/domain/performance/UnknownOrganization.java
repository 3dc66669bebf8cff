package io.outlay.domain.performance;

import io.outlay.domain.organization.OrganizationId;

/** Slices were sent for an organization that does not exist (any more). */
public final class UnknownOrganization extends RuntimeException {

  /** Tells which. */
  public UnknownOrganization(OrganizationId organization) {
    super("no such organization: " + organization);
  }
}
