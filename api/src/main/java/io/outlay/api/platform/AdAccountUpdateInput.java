package io.outlay.api.platform;

import io.outlay.domain.performance.ConversionKind;
import io.outlay.ingestion.sync.ConnectRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of a connected account shall be different; null leaves it. */
record AdAccountUpdateInput(
    String id,
    @Nullable List<CredentialSecretInput> credential,
    @Nullable String apiVersion,
    @Nullable ConversionKind conversionGoal,
    @Nullable List<ActionKindInput> actionKinds,
    @Nullable String attributionBasis,
    @Nullable Integer lookBackDays,
    @Nullable Integer longestWindowDays,
    @Nullable Integer syncMinutes,
    @Nullable LocalDate historyFrom,
    @Nullable Boolean takesOverImports,
    @Nullable Boolean isPaused) {

  ConnectRequest.Wishes toWishes() {
    return new ConnectRequest.Wishes(
        apiVersion,
        conversionGoal,
        ActionKindInput.toKinds(actionKinds),
        attributionBasis,
        lookBackDays,
        longestWindowDays,
        syncMinutes == null ? null : Duration.ofMinutes(syncMinutes),
        historyFrom,
        takesOverImports);
  }
}
