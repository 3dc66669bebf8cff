package io.outlay.ingestion.simulator.googleads;

import io.outlay.ingestion.simulator.http.Call;
import io.outlay.ingestion.simulator.http.Json;
import io.outlay.ingestion.simulator.http.Reply;
import io.outlay.ingestion.simulator.world.Mix;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts rows into pages or into the batches of a stream. */
final class GoogleAnswers {

  private static final int PAGE = 10_000;
  private static final List<Integer> BATCHES = List.of(1_500, 2_500);
  private static final long TOKEN_SECONDS = 3_600;

  private GoogleAnswers() {}

  /** One page, and a token for the next where there is one. */
  static Reply page(
      Call call, GaqlQuery query, String text, String token, Stream<ObjectNode> rows) {
    int page = token.isEmpty() ? 0 : number(call, text, token);
    ArrayNode results = Json.array();
    Iterator<ObjectNode> left = rows.skip((long) page * PAGE).iterator();
    while (left.hasNext() && results.size() < PAGE) {
      results.add(left.next());
    }
    ObjectNode body = Json.object();
    if (!results.isEmpty()) {
      body.set("results", results);
    }
    if (call.has("LOOPING_PAGE") || (call.has("DUPLICATED_PAGE") && token.isEmpty())) {
      body.put("nextPageToken", token(call, text, page));
    } else if (left.hasNext()) {
      body.put("nextPageToken", token(call, text, page + 1));
    }
    body.put("fieldMask", GoogleWriting.mask(query));
    body.put("queryResourceConsumption", Integer.toString(17 + results.size() / 10));
    return Reply.json(200, body).with("request-id", GoogleError.requestId(call));
  }

  private static String token(Call call, String text, int page) {
    long seal = Mix.of(page, text);
    return "CP%d.%d.%016x".formatted(page, call.now().getEpochSecond() + TOKEN_SECONDS, seal);
  }

  private static int number(Call call, String text, String token) {
    List<String> parts = List.of(token.split("\\.", -1));
    boolean formed = token.matches("CP\\d{1,6}\\.\\d{1,12}\\.[0-9a-f]{16}");
    int page = formed ? Integer.parseInt(parts.get(0).substring(2)) : 0;
    if (!formed || !"%016x".formatted(Mix.of(page, text)).equals(parts.get(2))) {
      throw GoogleError.request("INVALID_PAGE_TOKEN", "Page token is invalid.").failure();
    }
    if (Long.parseLong(parts.get(1)) < call.now().getEpochSecond()) {
      throw GoogleError.request("EXPIRED_PAGE_TOKEN", "Page token has expired.").failure();
    }
    return page;
  }

  /** A list of batches, each worked out when the one before it is on its way. */
  static Reply stream(Call call, GaqlQuery query, Supplier<Stream<ObjectNode>> rows) {
    Flux<byte[]> pieces =
        Flux.defer(
            () -> {
              Batches batches = new Batches(call, query, rows.get().iterator());
              return Flux.generate(
                  sink -> {
                    sink.next(batches.next());
                    if (batches.isOver()) {
                      sink.complete();
                    }
                  });
            });
    return Reply.pieces(pieces).with("request-id", GoogleError.requestId(call));
  }

  /** The text of a stream, batch by batch. */
  private static final class Batches {

    private final Call call;
    private final GaqlQuery query;
    private final Iterator<ObjectNode> rows;
    private int number;
    private boolean over;

    Batches(Call call, GaqlQuery query, Iterator<ObjectNode> rows) {
      this.call = call;
      this.query = query;
      this.rows = rows;
    }

    byte[] next() {
      ArrayNode results = Json.array();
      int size = BATCHES.get(number % BATCHES.size());
      while (rows.hasNext() && results.size() < size) {
        results.add(rows.next());
      }
      over = !rows.hasNext();
      if (results.isEmpty()) {
        return "[]".getBytes(StandardCharsets.UTF_8);
      }
      String text = new String(Json.bytes(batch(results)), StandardCharsets.UTF_8);
      String doubled = call.has("DUPLICATED_PAGE") && number == 0 ? text + "," + text : text;
      String piece = (number == 0 ? "[" : ",") + doubled + (over ? "]" : "");
      number++;
      return piece.getBytes(StandardCharsets.UTF_8);
    }

    boolean isOver() {
      return over;
    }

    private ObjectNode batch(ArrayNode results) {
      ObjectNode batch = Json.object();
      batch.set("results", results);
      batch.put("fieldMask", GoogleWriting.mask(query));
      batch.put("requestId", GoogleError.requestId(call));
      if (over) {
        batch.put("queryResourceConsumption", Integer.toString(17 + number));
      }
      return batch;
    }
  }
}
