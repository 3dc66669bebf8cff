package io.outlay.ingestion.simulator.fault;

import io.outlay.ingestion.simulator.clock.SimulatorClock;
import io.outlay.ingestion.simulator.http.Call;
import io.outlay.ingestion.simulator.http.Json;
import io.outlay.ingestion.simulator.http.Reply;
import io.outlay.ingestion.simulator.world.AdPlatform;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Faults and clock, switched over HTTP from the same machine. */
public final class FaultControl {

  private final Faults faults;
  private final SimulatorClock clock;

  /** Switches {@code faults} and moves {@code clock}. */
  public FaultControl(Faults faults, SimulatorClock clock) {
    this.faults = faults;
    this.clock = clock;
  }

  /**
   * Does what is asked: {@code GET}, {@code POST} or {@code DELETE} of {@code faults}, {@code GET}
   * or {@code POST} of {@code clock}. What cannot be understood is answered with 400 and a reason.
   */
  public Reply answer(Call call) {
    JsonNode body = Json.parse(call.body()).orElseGet(Json::object);
    try {
      return switch (call.method() + " " + call.part(0)) {
        case "GET faults" -> active();
        case "POST faults" -> add(body);
        case "DELETE faults" -> clear();
        case "GET clock" -> now();
        case "POST clock" -> move(body);
        default -> Reply.json(404, Json.object().put("error", "ask for faults or clock"));
      };
    } catch (IllegalArgumentException | IllegalStateException | DateTimeException e) {
      return Reply.json(400, Json.object().put("error", String.valueOf(e.getMessage())));
    }
  }

  private Reply active() {
    ArrayNode list = Json.array();
    faults.active().forEach(fault -> list.add(written(fault)));
    return Reply.json(200, list);
  }

  private static ObjectNode written(Fault fault) {
    ObjectNode written = Json.object();
    written.put("kind", fault.kind().name()).put("platform", fault.platform().name());
    fault.accountId().ifPresent(id -> written.put("accountId", id));
    return written.put("times", fault.times()).put("seconds", fault.length().toSeconds());
  }

  private Reply add(JsonNode body) {
    FaultKind kind = FaultKind.valueOf(body.path("kind").asString(""));
    AdPlatform platform = AdPlatform.valueOf(body.path("platform").asString(""));
    Fault fault = Fault.of(kind, platform, body.path("times").asInt(Fault.UNTIL_CLEARED));
    Optional<String> account =
        Optional.of(body.path("accountId").asString("")).filter(id -> !id.isEmpty());
    Fault about = account.map(fault::forAccount).orElse(fault);
    long seconds = body.path("seconds").asLong(about.length().toSeconds());
    faults.add(about.lasting(Duration.ofSeconds(seconds)));
    return active();
  }

  private Reply clear() {
    faults.clear();
    return active();
  }

  private Reply now() {
    return Reply.json(200, Json.object().put("now", clock.instant().toString()));
  }

  private Reply move(JsonNode body) {
    String now = body.path("now").asString("");
    if (now.isEmpty()) {
      clock.advance(Duration.parse(body.path("advance").asString("PT0S")));
    } else {
      clock.moveTo(Instant.parse(now));
    }
    return now();
  }
}
