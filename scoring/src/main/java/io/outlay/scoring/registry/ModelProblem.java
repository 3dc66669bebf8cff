package io.outlay.scoring.registry;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.RiskKind;

/**
 * A model that should serve and cannot be loaded here.
 *
 * @param modelId number of the model in the registry
 * @param number its version within organization and kind
 * @param message what is wrong with it
 */
public record ModelProblem(
    OrganizationId organization, RiskKind kind, long modelId, int number, String message) {}
