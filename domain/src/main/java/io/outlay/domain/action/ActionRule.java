package io.outlay.domain.action;

import io.outlay.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.Map;

/** A rule by which something is done about users. */
public record ActionRule(OrganizationId organization, long id, RuleTerms terms, Instant createdAt) {

  /** The terms as the audit log writes them. */
  public Map<String, ?> auditFields() {
    return Map.of(
        "name", terms.name(),
        "kind", terms.kind(),
        "bands", terms.bands(),
        "everyDays", terms.everyDays(),
        "controlShare", terms.controlShare(),
        "isActive", terms.isActive());
  }
}
