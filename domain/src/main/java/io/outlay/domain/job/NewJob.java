package io.outlay.domain.job;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;

/**
 * Work that is asked for.
 *
 * @param kind what work
 * @param exclusion what the work is on, such as an account: of one kind and exclusion an
 *     organization has one job at work at a time; empty for the organization as a whole
 * @param request what is asked, as JSON
 * @param requestedBy who asks, for people
 * @param scope how far the asker may look; the work must not reach farther
 */
public record NewJob(
    OrganizationId organization,
    String kind,
    String exclusion,
    String request,
    String requestedBy,
    Scope scope) {}
