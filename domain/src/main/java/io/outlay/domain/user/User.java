package io.outlay.domain.user;

import io.outlay.domain.organization.OrganizationId;
import java.time.Instant;

/**
 * One of a company's users. Every id it was ever known by (guest, device, account) is an identity
 * of its own; linked identities belong to one user.
 *
 * @param id number within the organization; stays while identities are linked to it
 * @param externalId the company's own id, by which the user was seen first
 * @param createdAt when Outlay first heard of it
 */
public record User(OrganizationId organization, long id, String externalId, Instant createdAt) {}
