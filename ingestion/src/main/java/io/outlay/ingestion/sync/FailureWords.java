package io.outlay.ingestion.sync;

import io.outlay.domain.platform.AccessState;
import io.outlay.ingestion.platform.PlatformFailure;
import java.util.Optional;

/** What a platform's failure is called, and what it means for its account. */
public final class FailureWords {

  private FailureWords() {}

  /** Stable code, for records, jobs and user errors. */
  public static String code(PlatformFailure failure) {
    return switch (failure) {
      case PlatformFailure.Throttled throttled -> "THROTTLED";
      case PlatformFailure.TooMuchData tooMuch -> "TOO_MUCH_DATA";
      case PlatformFailure.CredentialRefused refused -> "CREDENTIAL_REFUSED";
      case PlatformFailure.PermissionMissing missing -> "PERMISSION_MISSING";
      case PlatformFailure.AccountNotFound missing -> "ACCOUNT_NOT_FOUND";
      case PlatformFailure.VersionEnded ended -> "VERSION_ENDED";
      case PlatformFailure.RequestRefused refused -> "REQUEST_REFUSED";
      case PlatformFailure.Unavailable away -> "UNAVAILABLE";
      case PlatformFailure.Unreadable unreadable -> "UNREADABLE";
    };
  }

  /** The same in words. */
  public static String message(PlatformFailure failure) {
    return String.valueOf(failure.getMessage());
  }

  /** The state an account comes into; empty where it stays connected. */
  static Optional<AccessState> state(PlatformFailure failure) {
    return switch (failure) {
      case PlatformFailure.CredentialRefused refused -> Optional.of(AccessState.CREDENTIAL_REFUSED);
      case PlatformFailure.PermissionMissing missing -> Optional.of(AccessState.PERMISSION_MISSING);
      case PlatformFailure.AccountNotFound missing -> Optional.of(AccessState.PERMISSION_MISSING);
      case PlatformFailure.VersionEnded ended -> Optional.of(AccessState.VERSION_ENDED);
      default -> Optional.empty();
    };
  }
}
