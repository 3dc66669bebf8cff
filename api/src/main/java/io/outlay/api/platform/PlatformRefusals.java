package io.outlay.api.platform;

import io.outlay.api.usererror.UserError;
import io.outlay.api.usererror.UserErrorCode;
import io.outlay.api.usererror.UserErrors;
import io.outlay.domain.error.Unavailable;
import io.outlay.ingestion.platform.PlatformFailure;
import io.outlay.ingestion.sync.FailureWords;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Tells what a platform refused: in the payload where a person can mend it. */
final class PlatformRefusals {

  private PlatformRefusals() {}

  /** As {@link UserErrors#tell}, with the platform's refusals too. */
  static <P> Mono<P> tell(Mono<P> done, String argument, Function<List<UserError>, P> refused) {
    Mono<P> judged =
        done.onErrorResume(PlatformFailure.class, failure -> payload(failure, refused));
    return UserErrors.tell(judged, argument, refused);
  }

  private static <P> Mono<P> payload(
      PlatformFailure failure, Function<List<UserError>, P> refused) {
    return switch (failure) {
      case PlatformFailure.CredentialRefused no ->
          payload(no, refused, UserErrorCode.CREDENTIAL_REFUSED);
      case PlatformFailure.PermissionMissing no ->
          payload(no, refused, UserErrorCode.PERMISSION_MISSING);
      case PlatformFailure.VersionEnded no -> payload(no, refused, UserErrorCode.VERSION_ENDED);
      case PlatformFailure.RequestRefused no -> payload(no, refused, UserErrorCode.REQUEST_REFUSED);
      case PlatformFailure.Throttled later -> away(later);
      case PlatformFailure.TooMuchData later -> away(later);
      case PlatformFailure.Unavailable later -> away(later);
      case PlatformFailure.Unreadable later -> away(later);
    };
  }

  private static <P> Mono<P> payload(
      PlatformFailure failure, Function<List<UserError>, P> refused, UserErrorCode code) {
    return Mono.just(
        refused.apply(List.of(new UserError(FailureWords.message(failure), null, code))));
  }

  private static <P> Mono<P> away(PlatformFailure failure) {
    return Mono.error(
        new Unavailable(
            "The platform does not answer as it should now: " + FailureWords.message(failure),
            failure));
  }
}
