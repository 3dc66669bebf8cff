package io.outlay.domain.version;

import io.outlay.domain.organization.OrganizationId;

/** An organization's data has changed. */
public record DataVersionRaised(OrganizationId organization, DataVersion version) {}
