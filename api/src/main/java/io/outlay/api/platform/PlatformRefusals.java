package io.outlay.api.platform;

import io.outlay.api.usererror.UserError;
import io.outlay.api.usererror.UserErrorCode;
import io.outlay.api.usererror.UserErrors;
import io.outlay.domain.error.Unavailable;
import io.outlay.ingestion.platform.PlatformFailure;
import io.outlay.ingestion.sync.FailureWords;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Tells what a platform refused: in the payload where a person can mend it. */
final class PlatformRefusals {

  private PlatformRefusals() {}

  /**
   * As {@link UserErrors#tell}, with the platform's refusals too.
   *
   * @param account field of the argument by which the platform looked for the account
   */
  static <P> Mono<P> tell(
      Mono<P> done, String argument, String account, Function<List<UserError>, P> refused) {
    Mono<P> judged =
        done.onErrorResume(
            PlatformFailure.class,
            failure -> payload(failure, List.of(argument, account), refused));
    return UserErrors.tell(judged, argument, refused);
  }

  private static <P> Mono<P> payload(
      PlatformFailure failure, List<String> account, Function<List<UserError>, P> refused) {
    return switch (failure) {
      case PlatformFailure.CredentialRefused no ->
          payload(no, null, refused, UserErrorCode.CREDENTIAL_REFUSED);
      case PlatformFailure.PermissionMissing no ->
          payload(no, account, refused, UserErrorCode.PERMISSION_MISSING);
      case PlatformFailure.AccountNotFound no ->
          payload(no, account, refused, UserErrorCode.INVALID_VALUE);
      case PlatformFailure.VersionEnded no ->
          payload(no, null, refused, UserErrorCode.VERSION_ENDED);
      case PlatformFailure.RequestRefused no ->
          payload(no, null, refused, UserErrorCode.REQUEST_REFUSED);
      case PlatformFailure.Throttled later -> away(later);
      case PlatformFailure.TooMuchData later -> away(later);
      case PlatformFailure.Unavailable later -> away(later);
      case PlatformFailure.Unreadable later -> away(later);
    };
  }

  private static <P> Mono<P> payload(
      PlatformFailure failure,
      @Nullable List<String> field,
      Function<List<UserError>, P> refused,
      UserErrorCode code) {
    return Mono.just(
        refused.apply(List.of(new UserError(FailureWords.message(failure), field, code))));
  }

  private static <P> Mono<P> away(PlatformFailure failure) {
    return Mono.error(
        new Unavailable(
            "The platform does not answer as it should now: " + FailureWords.message(failure),
            failure));
  }
}
