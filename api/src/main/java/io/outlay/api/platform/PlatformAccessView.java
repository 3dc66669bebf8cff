package io.outlay.api.platform;

import io.outlay.domain.organization.Language;
import io.outlay.domain.performance.ConversionKind;
import io.outlay.domain.platform.AccessSettings;
import io.outlay.domain.platform.AccessState;
import io.outlay.domain.platform.PlatformAccess;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How an account is collected, as a caller sees it. There is no secret in it. */
record PlatformAccessView(
    AccessState state,
    String message,
    @Nullable String detail,
    Instant stateSince,
    Instant connectedAt,
    @Nullable Instant nextSyncAt,
    String apiVersion,
    List<ActionKind> actionKinds,
    String attributionBasis,
    int lookBackDays,
    int longestWindowDays,
    int syncMinutes,
    LocalDate historyFrom,
    boolean hasImportsTakenOver) {

  /** What one of the platform's actions counts as. */
  record ActionKind(String action, ConversionKind kind) {}

  static PlatformAccessView of(PlatformAccess access, Language language) {
    AccessSettings settings = access.settings();
    return new PlatformAccessView(
        access.state(),
        access.state().text(language),
        access.stateDetail().isEmpty() ? null : access.stateDetail(),
        access.stateSince(),
        access.connectedAt(),
        access.state() == AccessState.CONNECTED ? access.nextSyncAt() : null,
        settings.apiVersion(),
        kinds(settings.mapping().kinds()),
        settings.mapping().attributionBasis(),
        settings.lookBackDays(),
        settings.longestWindowDays(),
        (int) settings.syncEvery().toMinutes(),
        settings.historyFrom(),
        settings.takesOver());
  }

  private static List<ActionKind> kinds(Map<String, ConversionKind> kinds) {
    return new TreeMap<>(kinds)
        .entrySet().stream().map(one -> new ActionKind(one.getKey(), one.getValue())).toList();
  }
}
