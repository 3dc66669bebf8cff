package io.outlay.ingestion.simulator.meta;

import io.outlay.ingestion.simulator.http.Call;
import io.outlay.ingestion.simulator.http.Forms;
import io.outlay.ingestion.simulator.http.Json;
import io.outlay.ingestion.simulator.http.Reply;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Up to fifty calls in one; each is answered with a code of its own. */
final class MetaBatch {

  private static final int MOST = 50;

  private MetaBatch() {}

  static Reply answer(Call call, MetaServer server) {
    JsonNode batch =
        call.parameter("batch")
            .flatMap(Json::parse)
            .orElseThrow(() -> MetaError.invalid("Param batch must be an array"));
    if (batch.size() > MOST) {
      throw MetaError.invalid("Too many requests in batch message. Maximum batch size is 50");
    }
    ArrayNode answers = Json.array();
    batch.forEach(element -> answers.add(one(call, server, element)));
    return Reply.json(200, answers);
  }

  private static ObjectNode one(Call call, MetaServer server, JsonNode element) {
    String address = element.path("relative_url").asString("");
    int mark = address.indexOf('?');
    Map<String, String> parameters = new HashMap<>();
    MetaAccess.token(call).ifPresent(token -> parameters.put("access_token", token));
    parameters.putAll(Forms.parse(mark < 0 ? "" : address.substring(mark + 1)));
    parameters.putAll(Forms.parse(element.path("body").asString("")));
    String path = mark < 0 ? address : address.substring(0, mark);
    String method = element.path("method").asString("GET");
    Reply reply = server.answer(call.inner(method, Call.split(path), parameters));
    ObjectNode answer = Json.object().put("code", reply.status());
    answer
        .putArray("headers")
        .addObject()
        .put("name", "Content-Type")
        .put("value", "application/json");
    return answer.put("body", text(reply.body()));
  }

  /** Answers of this platform are ready when they are asked for. */
  private static String text(Flux<byte[]> body) {
    StringBuilder text = new StringBuilder();
    body.subscribe(piece -> text.append(new String(piece, StandardCharsets.UTF_8))).dispose();
    return text.toString();
  }
}
