package io.outlay.ingestion.simulator.appleads;

import io.outlay.ingestion.simulator.http.Json;
import io.outlay.ingestion.simulator.http.Refusal;
import io.outlay.ingestion.simulator.http.Reply;
import tools.jackson.databind.node.ObjectNode;

/**
 * An error in either of Apple's dialects.
 *
 * @param status HTTP status
 * @param code the error's name
 * @param message what it says
 * @param field what it is about, possibly empty
 */
record AppleError(int status, String code, String message, String field) {

  static Refusal invalid(boolean platform, String message, String field) {
    String code = platform ? "INVALID_ARGUMENT" : "INVALID_INPUT";
    return new AppleError(400, code, message, field).refusal(platform);
  }

  Refusal refusal(boolean platform) {
    return new Refusal(reply(platform));
  }

  Reply reply(boolean platform) {
    ObjectNode body = Json.object();
    if (platform) {
      ObjectNode error = body.putObject("error").put("code", code).put("message", message);
      error.putArray("details").addObject().put("code", code).put("message", message + " " + field);
    } else {
      body.putNull("data").putNull("pagination");
      ObjectNode error = body.putObject("error").putArray("errors").addObject();
      error.put("messageCode", code).put("message", message).put("field", field);
    }
    return Reply.json(status, body);
  }
}
