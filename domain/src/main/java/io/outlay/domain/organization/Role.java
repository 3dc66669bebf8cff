package io.outlay.domain.organization;

/** What a caller may do within its organization; from most to least. */
public enum Role {
  /** Everything, also tokens, the organization's settings and the audit log. */
  ADMIN,
  /** Reads everything; imports, labels, accounts and their synchronisation. */
  MANAGER,
  /** Reads everything, changes nothing. */
  ANALYST,
  /** A partner's tool: alerts only. */
  PARTNER
}
