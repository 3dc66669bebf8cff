package io.outlay.domain.risk;

import io.outlay.domain.organization.OrganizationId;
import java.time.LocalDate;

/**
 * Predictions of one model over some UTC days.
 *
 * @param from first day, included
 * @param to last day, included
 */
public record PredictionWindow(
    OrganizationId organization, RiskKind kind, long modelId, LocalDate from, LocalDate to) {}
