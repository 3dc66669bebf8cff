package io.outlay.ingestion.simulator.googleads;

import io.outlay.ingestion.simulator.http.Call;
import io.outlay.ingestion.simulator.http.Json;
import io.outlay.ingestion.simulator.http.Reply;
import io.outlay.ingestion.simulator.world.Mix;
import tools.jackson.databind.node.ObjectNode;

/**
 * An error as Google words it: a general text outside, the reason inside.
 *
 * @param status HTTP status
 * @param family which kind of error
 * @param reason the error's name in its family
 * @param message what it says
 * @param retryDelay how long to wait, empty where that is not told
 */
record GoogleError(int status, String family, String reason, String message, String retryDelay) {

  static GoogleError query(String reason, String message) {
    return new GoogleError(400, "queryError", reason, message, "");
  }

  static GoogleError request(String reason, String message) {
    return new GoogleError(400, "requestError", reason, message, "");
  }

  static GoogleError authentication(String reason, String message) {
    return new GoogleError(401, "authenticationError", reason, message, "");
  }

  static GoogleError forbidden() {
    return new GoogleError(
        403,
        "authorizationError",
        "USER_PERMISSION_DENIED",
        "User doesn't have permission to access customer. Note: If you're accessing a client"
            + " customer, the manager's customer id must be set in the 'login-customer-id' header.",
        "");
  }

  GoogleFailure failure() {
    return new GoogleFailure(this);
  }

  /** The answer; a stream's errors come as list of one. */
  Reply reply(Call call) {
    ObjectNode body = Json.object();
    ObjectNode error = body.putObject("error");
    error.put("code", status);
    error.put("message", general());
    error.put("status", statusName());
    ObjectNode detail = error.putArray("details").addObject();
    detail.put(
        "@type",
        "type.googleapis.com/google.ads.googleads.%s.errors.GoogleAdsFailure"
            .formatted(call.part(0)));
    ObjectNode inner = detail.putArray("errors").addObject();
    inner.putObject("errorCode").put(family, reason);
    inner.put("message", message);
    quota(inner);
    String requestId = requestId(call);
    detail.put("requestId", requestId);
    boolean stream = call.part(call.path().size() - 1).endsWith(":searchStream");
    Reply reply = Reply.json(status, stream ? Json.array().add(body) : body);
    return reply.with("request-id", requestId);
  }

  static String requestId(Call call) {
    return "%016x".formatted(Mix.of(call.now().getEpochSecond(), call.body()));
  }

  private void quota(ObjectNode inner) {
    if (family.equals("quotaError")) {
      ObjectNode details = inner.putObject("details").putObject("quotaErrorDetails");
      details.put("rateScope", "ACCOUNT").put("rateName", "Requests per account");
      if (!retryDelay.isEmpty()) {
        details.put("retryDelay", retryDelay);
      }
    }
  }

  private String general() {
    return switch (status) {
      case 400 -> "Request contains an invalid argument.";
      case 401 ->
          "Request had invalid authentication credentials. Expected OAuth 2 access token, login"
              + " cookie or other valid authentication credential.";
      case 403 -> "The caller does not have permission";
      case 429 -> "Resource has been exhausted (e.g. check quota).";
      case 500 -> "Internal error encountered.";
      default -> "Requested entity was not found.";
    };
  }

  private String statusName() {
    return switch (status) {
      case 400 -> "INVALID_ARGUMENT";
      case 401 -> "UNAUTHENTICATED";
      case 403 -> "PERMISSION_DENIED";
      case 429 -> "RESOURCE_EXHAUSTED";
      case 500 -> "INTERNAL";
      default -> "NOT_FOUND";
    };
  }
}
