package io.outlay.scoring.batch;

import io.outlay.domain.organization.OrganizationId;

/**
 * Names a portion of users that is to be scored.
 *
 * @param number of the portion within the job
 */
public record PortionRef(OrganizationId organization, long jobId, int number) {}
