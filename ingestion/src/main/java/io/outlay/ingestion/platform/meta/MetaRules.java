package io.outlay.ingestion.platform.meta;

import io.outlay.ingestion.platform.PlatformFailure;
import io.outlay.ingestion.platform.call.AnswerRules;
import io.outlay.ingestion.platform.call.Answers;
import io.outlay.ingestion.platform.call.CallFailed;
import io.outlay.ingestion.platform.call.PlatformAnswer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** How Meta says no. Its codes count, not the HTTP status: one throttle comes with several. */
final class MetaRules implements AnswerRules {

  private static final Logger LOG = LoggerFactory.getLogger(MetaRules.class);
  private static final int SERVER_ERROR = 500;
  private static final int TOO_MANY_REQUESTS = 429;

  private final AtomicBoolean hasWarned = new AtomicBoolean();

  @Override
  public void check(PlatformAnswer answer) {
    warn(answer.header("X-Ad-Api-Version-Warning"));
    if (answer.isSuccess()) {
      return;
    }
    JsonNode error = Answers.jsonOrMissing(answer.body()).path("error");
    if (error.path("code").isNumber()) {
      throw ofCode(MetaError.of(error), answer);
    }
    throw ofStatus(answer);
  }

  @Override
  public Duration pauseAfter(PlatformAnswer answer) {
    return MetaUsage.pause(answer);
  }

  @Override
  public @Nullable String requestId(PlatformAnswer answer) {
    return answer.header("x-fb-trace-id");
  }

  private static CallFailed ofCode(MetaError error, PlatformAnswer answer) {
    return switch (error.code()) {
      case 4, 17, 32, 613, 80000, 80001, 80002, 80003, 80004, 80005, 80006, 80008, 80009, 80014 ->
          throttled(error, answer);
      case 1 -> error.asksForLess() ? tooMuch(error) : retry(error);
      case 2 ->
          error.subcode() == 1504041 || error.subcode() == 1504042 ? refused(error) : retry(error);
      case -2, 104, 960 -> retry(error);
      case 100 -> ofParameter(error);
      case 190, 102 ->
          CallFailed.stop(
              new PlatformFailure.CredentialRefused(
                  "Meta no longer takes the access token (%s). Connect the account with a new one."
                      .formatted(error.codes())));
      case 3, 10, 200, 294 ->
          CallFailed.stop(
              new PlatformFailure.PermissionMissing(
                  "The access token may not read this account (%s). Grant it ads_read."
                      .formatted(error.codes())));
      case 2635 -> CallFailed.stop(new PlatformFailure.VersionEnded(error.message()));
      default ->
          answer.status() >= SERVER_ERROR || error.isTransient() ? retry(error) : refused(error);
    };
  }

  private static CallFailed ofParameter(MetaError error) {
    return switch (error.subcode()) {
      case 1487534, 1504018 -> tooMuch(error);
      case 33 ->
          CallFailed.stop(
              new PlatformFailure.AccountNotFound(
                  "Meta knows no such account, or this access may not read it (%s). Check the account id, without act_."
                      .formatted(error.codes())));
      default ->
          error.message().contains("weren't there while creating the report run")
              ? CallFailed.retry(refusal(error))
              : refused(error);
    };
  }

  private static CallFailed ofStatus(PlatformAnswer answer) {
    if (answer.status() == TOO_MANY_REQUESTS) {
      Duration wait = Duration.ofMinutes(1);
      return CallFailed.retryAfter(
          new PlatformFailure.Throttled("Meta wants fewer requests.", wait), wait);
    }
    return CallFailed.retry(
        new PlatformFailure.Unavailable("Meta answered with status " + answer.status(), null));
  }

  private static CallFailed throttled(MetaError error, PlatformAnswer answer) {
    Duration wait = MetaUsage.regain(answer);
    return CallFailed.retryAfter(
        new PlatformFailure.Throttled("Meta wants fewer requests (" + error.codes() + ").", wait),
        wait);
  }

  private static CallFailed tooMuch(MetaError error) {
    return CallFailed.stop(new PlatformFailure.TooMuchData(error.message()));
  }

  private static CallFailed retry(MetaError error) {
    return CallFailed.retry(new PlatformFailure.Unavailable(error.message(), null));
  }

  private static CallFailed refused(MetaError error) {
    return CallFailed.stop(refusal(error));
  }

  private static PlatformFailure refusal(MetaError error) {
    return new PlatformFailure.RequestRefused("%s (%s)".formatted(error.message(), error.codes()));
  }

  private void warn(@Nullable String warning) {
    if (warning != null && hasWarned.compareAndSet(false, true)) {
      LOG.warn("Meta says that the version asked for has ended: {}", warning);
    }
  }
}
