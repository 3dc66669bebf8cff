package io.outlay.ingestion.platform.applesearchads;

import io.outlay.ingestion.platform.PlatformFailure;
import io.outlay.ingestion.platform.call.AnswerRules;
import io.outlay.ingestion.platform.call.Answers;
import io.outlay.ingestion.platform.call.CallFailed;
import io.outlay.ingestion.platform.call.PlatformAnswer;
import io.outlay.ingestion.platform.call.RetryAfter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How Apple says no, in both dialects. */
final class AppleRules implements AnswerRules {

  /** Apple's own advice where an answer says nothing; each further wait doubles. */
  private static final Duration FIRST_WAIT = Duration.ofSeconds(2);

  private static final int NOT_FOUND = 404;
  private static final int LONGEST = 300;

  @Override
  public void check(PlatformAnswer answer) {
    // Whether something may be missing only the question knows: its reader decides.
    if (!answer.isSuccess() && answer.status() != NOT_FOUND) {
      throw failure(answer, message(answer));
    }
  }

  /** Whether what was asked about does not exist any more. */
  static boolean isMissing(PlatformAnswer answer) {
    return answer.status() == NOT_FOUND;
  }

  /** What is said when something is missing that must be there. */
  static CallFailed missing(PlatformAnswer answer) {
    return failure(answer, message(answer));
  }

  /** What is said when the account itself is missing. */
  static CallFailed missingAccount() {
    return CallFailed.stop(
        new PlatformFailure.AccountNotFound(
            "Apple knows no such account, or this access may not read it. Check the account's"
                + " id."));
  }

  @Override
  public Duration pauseAfter(PlatformAnswer answer) {
    boolean isUsedUp = "0".equals(answer.header("RateLimit-Remaining"));
    return isUsedUp ? reset(answer, Duration.ZERO) : Duration.ZERO;
  }

  @Override
  public @Nullable String requestId(PlatformAnswer answer) {
    return answer.header("X-Request-ID");
  }

  private static CallFailed failure(PlatformAnswer answer, String message) {
    return switch (answer.status()) {
      case 401 -> unauthorized(message);
      case 403 ->
          CallFailed.stop(
              new PlatformFailure.PermissionMissing(
                  "This access may not read the organization: %s Give its API user a role there, and check orgId or adAccountId."
                      .formatted(message)));
      case 301, 308, 410 ->
          CallFailed.stop(
              new PlatformFailure.VersionEnded(
                  "Apple has switched this version of its API off. Choose platform-v1."));
      case 429 -> throttled(answer);
      default ->
          answer.status() >= 500
              ? CallFailed.retry(
                  new PlatformFailure.Unavailable(
                      "Apple answered with status %d: %s".formatted(answer.status(), message),
                      null))
              : CallFailed.stop(
                  new PlatformFailure.RequestRefused(
                      "Apple refuses the question (status %d): %s"
                          .formatted(answer.status(), message)));
    };
  }

  private static CallFailed unauthorized(String message) {
    PlatformFailure refused =
        new PlatformFailure.CredentialRefused(
            "Apple does not take the access (%s). Check the key and connect the account anew."
                .formatted(message));
    return message.contains("Invalid cert")
        ? CallFailed.stop(refused)
        : CallFailed.newToken(refused);
  }

  private static CallFailed throttled(PlatformAnswer answer) {
    Duration wait = RetryAfter.of(answer, reset(answer, FIRST_WAIT));
    return CallFailed.retryAfter(
        new PlatformFailure.Throttled("Apple wants fewer requests.", wait), wait);
  }

  private static Duration reset(PlatformAnswer answer, Duration otherwise) {
    Duration reset = RetryAfter.seconds(answer.header("RateLimit-Reset"));
    return reset == null ? otherwise : reset;
  }

  /** The reason, of v5's list or of Platform v1's object. */
  private static String message(PlatformAnswer answer) {
    JsonNode error = Answers.jsonOrMissing(answer.body()).path("error");
    JsonNode reason = error.path("errors").path(0);
    String text =
        reason.path("message").asString(error.path("message").asString("no reason given"));
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}
