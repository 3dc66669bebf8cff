package io.outlay.api.organization;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settings to change; null stays. */
record OrganizationUpdateInput(
    @Nullable String name,
    @Nullable String currencyCode,
    @Nullable String timeZone,
    @Nullable String rateTable,
    @Nullable List<RoiAssumptionInput> roiAssumptions,
    @Nullable RiskSettingsInput riskSettings) {}
