package io.outlay.ingestion.platform.call;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.outlay.ingestion.platform.PlatformFailure;
import java.time.Duration;

/** Measures tries by platform and outcome; accounts are no label, for there may be many. */
final class CallMetrics {

  private static final String CALLS = "outlay.platform.calls";

  private final MeterRegistry registry;
  private final String platform;

  CallMetrics(MeterRegistry registry, String platform, AccountBreakers breakers) {
    this.registry = registry;
    this.platform = platform;
    Gauge.builder("outlay.platform.breakers.open", breakers, AccountBreakers::open)
        .description("Ad accounts that are not called at the moment, after repeated failures")
        .tag("platform", platform)
        .register(registry);
  }

  void succeeded(Duration took) {
    record("ok", took);
  }

  void failed(Throwable error, Duration took) {
    record(error instanceof CallFailed failed ? outcome(failed.failure()) : "error", took);
  }

  private void record(String outcome, Duration took) {
    Timer.builder(CALLS)
        .description("Tries of calls to an ad platform")
        .tag("platform", platform)
        .tag("outcome", outcome)
        .register(registry)
        .record(took);
  }

  private static String outcome(PlatformFailure failure) {
    return switch (failure) {
      case PlatformFailure.Throttled f -> "throttled";
      case PlatformFailure.TooMuchData f -> "too_much_data";
      case PlatformFailure.CredentialRefused f -> "credential_refused";
      case PlatformFailure.PermissionMissing f -> "permission_missing";
      case PlatformFailure.AccountNotFound f -> "account_not_found";
      case PlatformFailure.VersionEnded f -> "version_ended";
      case PlatformFailure.RequestRefused f -> "request_refused";
      case PlatformFailure.Unavailable f -> "unavailable";
      case PlatformFailure.Unreadable f -> "unreadable";
    };
  }
}
