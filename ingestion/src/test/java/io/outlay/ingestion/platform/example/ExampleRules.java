package io.outlay.ingestion.platform.example;

import io.outlay.ingestion.platform.PlatformFailure;
import io.outlay.ingestion.platform.call.CallFailed;
import io.outlay.ingestion.platform.call.PlatformAnswer;
import java.time.Duration;

/** How the invented platform says no. */
final class ExampleRules {

  private static final Duration WAIT = Duration.ofSeconds(1);

  private ExampleRules() {}

  static void check(PlatformAnswer answer) {
    if (!answer.isSuccess()) {
      throw failure(answer.status());
    }
  }

  private static CallFailed failure(int status) {
    return switch (status) {
      case 401 ->
          CallFailed.stop(
              new PlatformFailure.CredentialRefused(
                  "Example Ads no longer takes the token. Connect the account with a new one."));
      case 404 ->
          CallFailed.stop(
              new PlatformFailure.AccountNotFound("Example Ads knows no such account."));
      case 429 ->
          CallFailed.retryAfter(
              new PlatformFailure.Throttled("Example Ads wants fewer requests.", WAIT), WAIT);
      default ->
          CallFailed.retry(
              new PlatformFailure.Unavailable(
                  "Example Ads answered with status " + status + ".", null));
    };
  }
}
