package io.outlay.ingestion.platform.googleads;

import io.outlay.ingestion.platform.PlatformFailure;
import io.outlay.ingestion.platform.call.AnswerRules;
import io.outlay.ingestion.platform.call.Answers;
import io.outlay.ingestion.platform.call.CallFailed;
import io.outlay.ingestion.platform.call.PlatformAnswer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How Google Ads says no. */
final class GoogleRules implements AnswerRules {

  /** Quota of a day is spent: its error carries no delay. */
  private static final Duration LONG = Duration.ofMinutes(15);

  private static final Duration SHORT = Duration.ofSeconds(5);

  @Override
  public void check(PlatformAnswer answer) {
    if (answer.isSuccess()) {
      return;
    }
    GoogleError error = GoogleError.of(Answers.jsonOrMissing(answer.body()));
    throw error == null || error.family().isEmpty()
        ? ofStatus(answer.status(), error)
        : of(error, answer.status());
  }

  /** What an error says, also one that comes behind good batches of a stream. */
  static CallFailed of(GoogleError error, int status) {
    return switch (error.family()) {
      case "quotaError" -> throttled(error);
      case "internalError" -> retry(error);
      case "authenticationError" -> ofAuthentication(error);
      case "authorizationError" -> forbidden(error);
      case "requestError" -> ofRequest(error);
      default -> ofStatus(status, error);
    };
  }

  @Override
  public @Nullable String requestId(PlatformAnswer answer) {
    return answer.header("request-id");
  }

  private static CallFailed throttled(GoogleError error) {
    if (error.code().equals("ACCESS_PROHIBITED")) {
      return forbidden(error);
    }
    Duration wait = wait(error);
    return CallFailed.retryAfter(
        new PlatformFailure.Throttled(
            "Google Ads wants fewer requests (" + error.code() + ").", wait),
        wait);
  }

  private static Duration wait(GoogleError error) {
    Duration delay = error.retryDelay();
    if (delay != null) {
      return delay;
    }
    boolean isShort = error.code().contains("TEMPORARILY") || error.code().contains("SHORT_TERM");
    return isShort ? SHORT : LONG;
  }

  private static CallFailed ofAuthentication(GoogleError error) {
    return switch (error.code()) {
      case "OAUTH_TOKEN_REVOKED", "NOT_ADS_USER", "TWO_STEP_VERIFICATION_NOT_ENROLLED" ->
          CallFailed.stop(refused(error));
      case "CUSTOMER_NOT_FOUND" -> notFound(error);
      default -> CallFailed.newToken(refused(error));
    };
  }

  private static CallFailed ofRequest(GoogleError error) {
    return switch (error.code()) {
      case "UNSUPPORTED_VERSION" ->
          CallFailed.stop(new PlatformFailure.VersionEnded(error.message()));
      case "INVALID_CUSTOMER_ID" -> notFound(error);
      case "RPC_DEADLINE_TOO_SHORT" ->
          CallFailed.stop(new PlatformFailure.TooMuchData(error.message()));
      case "EXPIRED_PAGE_TOKEN", "INVALID_PAGE_TOKEN" -> retry(error);
      default -> refusal(error);
    };
  }

  private static CallFailed ofStatus(int status, @Nullable GoogleError error) {
    GoogleError known =
        error == null ? new GoogleError("", "", "status " + status, "", null) : error;
    return switch (status) {
      case 401 -> CallFailed.newToken(refused(known));
      case 403 -> forbidden(known);
      case 429 -> throttled(known);
      default -> status >= 500 || status == 200 ? retry(known) : refusal(known);
    };
  }

  private static CallFailed retry(GoogleError error) {
    return CallFailed.retry(
        new PlatformFailure.Unavailable(
            "Google Ads failed (%s). %s".formatted(error.code(), error.message()).strip(), null));
  }

  private static CallFailed forbidden(GoogleError error) {
    return CallFailed.stop(
        new PlatformFailure.PermissionMissing(
            "Google Ads does not let this access read the account (%s): %s If it is reached through a manager account, give loginCustomerId."
                .formatted(error.code(), error.message())));
  }

  private static CallFailed notFound(GoogleError error) {
    return CallFailed.stop(
        new PlatformFailure.AccountNotFound(
            "Google Ads knows no such account (%s). Check the customer id, digits only."
                .formatted(error.code())));
  }

  private static CallFailed refusal(GoogleError error) {
    return CallFailed.stop(
        new PlatformFailure.RequestRefused(
            "Google Ads refuses the question (%s): %s".formatted(error.code(), error.message())));
  }

  private static PlatformFailure refused(GoogleError error) {
    return new PlatformFailure.CredentialRefused(
        "Google no longer takes the access (%s). Connect the account anew."
            .formatted(error.code()));
  }
}
