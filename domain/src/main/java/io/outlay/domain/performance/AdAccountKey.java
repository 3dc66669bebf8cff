package io.outlay.domain.performance;

import io.outlay.domain.organization.OrganizationId;

/**
 * An ad account by its natural names, which stay the same when a database is restored and numbers
 * are drawn anew.
 *
 * @param channel key such as {@code META} or an own one
 * @param externalId the platform's (or the importer's) id of the account
 */
public record AdAccountKey(OrganizationId organization, String channel, String externalId) {}
