package io.outlay.ingestion.simulator.meta;

import io.outlay.ingestion.simulator.http.Json;
import io.outlay.ingestion.simulator.http.Refusal;
import io.outlay.ingestion.simulator.http.Reply;
import io.outlay.ingestion.simulator.world.Mix;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/**
 * An error as Meta words it.
 *
 * @param status HTTP status
 * @param code the main code
 * @param subcode the finer one, 0 where there is none
 * @param message what it says
 */
record MetaError(int status, int code, int subcode, String message) {

  static Refusal invalid(String message) {
    return new MetaError(400, 100, 0, "(#100) " + message).refusal();
  }

  static Refusal missing(String id) {
    return new MetaError(
            400,
            100,
            33,
            "Unsupported get request. Object with ID '%s' does not exist, cannot be loaded due to"
                    .formatted(id)
                + " missing permissions, or does not support this operation.")
        .refusal();
  }

  static Refusal tooMuch() {
    return new MetaError(
            500,
            1,
            0,
            "Please reduce the amount of data you're asking for, then retry your request")
        .refusal();
  }

  static Refusal tooManyRows() {
    return new MetaError(400, 100, 1487534, "Please reduce the amount of data you're asking for")
        .refusal();
  }

  static MetaError throttled() {
    return new MetaError(
        400,
        80000,
        2446079,
        "(#80000) There have been too many calls from this ad-account. Wait a bit and try again."
            + " For more info, please refer to"
            + " https://developers.facebook.com/docs/graph-api/overview/rate-limiting.");
  }

  static MetaError expired(Instant now) {
    long second = now.getEpochSecond();
    return new MetaError(
        400,
        190,
        463,
        "Error validating access token: Session has expired at unix time %d. The current unix time"
                .formatted(second - 383)
            + " is %d.".formatted(second));
  }

  static MetaError revoked() {
    return new MetaError(
        400,
        190,
        460,
        "Error validating access token: The session has been invalidated because the user changed"
            + " their password or Facebook has changed the session for security reasons.");
  }

  Refusal refusal() {
    return new Refusal(reply());
  }

  Reply reply() {
    ObjectNode error = Json.object();
    error.put("message", message);
    error.put("type", "OAuthException");
    error.put("code", code);
    if (subcode != 0) {
      error.put("error_subcode", subcode);
    }
    error.put("is_transient", code == 1 || code == 2);
    error.put("fbtrace_id", "A%015x".formatted(Mix.of(code, message) >>> 4));
    ObjectNode body = Json.object();
    body.set("error", error);
    return Reply.json(status, body);
  }
}
