package io.outlay.ingestion.platform.applesearchads;

import io.outlay.ingestion.platform.PlatformFailure;
import io.outlay.ingestion.platform.RawPage;
import io.outlay.ingestion.platform.call.Answers;
import io.outlay.ingestion.platform.call.OpenFetch;
import io.outlay.ingestion.platform.call.Paging;
import io.outlay.ingestion.platform.call.PlatformAnswer;
import io.outlay.ingestion.platform.call.PlatformCall;
import io.outlay.ingestion.platform.call.PlatformCalls;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Lists of Apple, page by page by their offset. */
final class ApplePages {

  /** Rows of a page; the most v5 allows. */
  static final int SIZE = 1000;

  private final PlatformCalls calls;

  ApplePages(PlatformCalls calls) {
    this.calls = calls;
  }

  /** The answer that describes the account. */
  Mono<RawPage> account(OpenFetch fetch, String part, PlatformCall call) {
    return calls.call(
        fetch,
        call,
        answer -> {
          if (AppleRules.isMissing(answer)) {
            throw AppleRules.missingAccount();
          }
          Answers.json(answer);
          return new RawPage(part, answer.body());
        });
  }

  /**
   * All pages of a list.
   *
   * @param mayBeMissing whether a list that does not exist counts as an empty one
   * @param ask the question for the page at an offset
   */
  Mono<List<RawPage>> all(
      OpenFetch fetch,
      String part,
      boolean mayBeMissing,
      IntFunction<PlatformCall> ask,
      Function<JsonNode, JsonNode> rows,
      ToIntFunction<JsonNode> total) {
    return Paging.all(
        part,
        place -> {
          int offset = place == null ? 0 : Integer.parseInt(place);
          return calls.call(
              fetch,
              ask.apply(offset),
              answer ->
                  AppleRules.isMissing(answer)
                      ? missing(part, mayBeMissing, answer)
                      : read(part, offset, answer, rows, total));
        });
  }

  private static Paging.Page missing(String part, boolean mayBeMissing, PlatformAnswer answer) {
    if (!mayBeMissing) {
      throw AppleRules.missing(answer);
    }
    return new Paging.Page(new RawPage(part, answer.body()), MissingNode.getInstance(), null);
  }

  private static Paging.Page read(
      String part,
      int offset,
      PlatformAnswer answer,
      Function<JsonNode, JsonNode> rows,
      ToIntFunction<JsonNode> total) {
    JsonNode body = Answers.json(answer);
    JsonNode found = rows.apply(body);
    if (!found.isArray()) {
      throw new PlatformFailure.Unreadable("Apple's page of \"" + part + "\" has no rows.", null);
    }
    int next = offset + found.size();
    boolean isLast = found.isEmpty() || next >= total.applyAsInt(body);
    return new Paging.Page(
        new RawPage(part, answer.body()), found, isLast ? null : Integer.toString(next));
  }
}
