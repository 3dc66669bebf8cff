package io.outlay.ingestion.platform.call;

import io.outlay.ingestion.platform.PlatformFailure;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** How an OAuth 2.0 token endpoint says no (RFC 6749). */
final class TokenRules implements AnswerRules {

  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;

  @Override
  public void check(PlatformAnswer answer) {
    if (answer.isSuccess()) {
      return;
    }
    if (answer.status() == TOO_MANY_REQUESTS) {
      Duration wait = RetryAfter.of(answer, Duration.ofSeconds(2));
      throw CallFailed.retryAfter(
          new PlatformFailure.Throttled("The platform gives no more tokens for now.", wait), wait);
    }
    if (answer.status() >= SERVER_ERROR) {
      throw CallFailed.retry(
          new PlatformFailure.Unavailable(
              "The platform's token endpoint answered with status " + answer.status() + ".", null));
    }
    throw CallFailed.stop(
        new PlatformFailure.CredentialRefused(
            "The platform gives no token for this credential (%s). Connect the account anew."
                .formatted(word(answer))));
  }

  /** The standard's word for the reason, which holds no secret; its description may. */
  private static String word(PlatformAnswer answer) {
    JsonNode error = Answers.jsonOrMissing(answer.body()).path("error");
    String word = error.asString("");
    return word.matches("[a-z_]{1,40}") ? word : "status " + answer.status();
  }
}
