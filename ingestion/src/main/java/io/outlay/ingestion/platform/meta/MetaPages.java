package io.outlay.ingestion.platform.meta;

import io.outlay.ingestion.platform.PlatformFailure;
import io.outlay.ingestion.platform.RawPage;
import io.outlay.ingestion.platform.call.Answers;
import io.outlay.ingestion.platform.call.OpenFetch;
import io.outlay.ingestion.platform.call.Paging;
import io.outlay.ingestion.platform.call.PlatformAnswer;
import io.outlay.ingestion.platform.call.PlatformCall;
import io.outlay.ingestion.platform.call.PlatformCalls;
import io.outlay.ingestion.platform.reading.Fields;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Lists of Meta, page by page. The next page is asked for by its cursor; the ready address in the
 * answer holds the token and is not used.
 */
final class MetaPages {

  private static final int FIRST_LIMIT = 500;
  private static final int SHRINK = 4;

  private final PlatformCalls calls;

  MetaPages(PlatformCalls calls) {
    this.calls = calls;
  }

  /** All pages of a list. */
  Mono<List<RawPage>> all(
      OpenFetch fetch, String part, String address, Map<String, String> parameters) {
    return Mono.defer(
        () -> {
          Question question =
              new Question(fetch, part, address, parameters, new AtomicInteger(FIRST_LIMIT));
          return Paging.all(part, after -> page(question, after));
        });
  }

  /** A single object. */
  Mono<RawPage> one(OpenFetch fetch, String part, String address, Map<String, String> parameters) {
    return calls.call(
        fetch,
        PlatformCall.get(part, address).withQuery(proven(fetch, parameters)),
        answer -> {
          Answers.json(answer);
          return new RawPage(part, answer.body());
        });
  }

  /** One page; where it is too much, a shorter one, as are then those behind it. */
  private Mono<Paging.Page> page(Question question, @Nullable String after) {
    int limit = question.limit().get();
    Map<String, String> parameters = MetaAsk.page(question.parameters(), after, limit);
    return calls
        .call(
            question.fetch(),
            PlatformCall.get(question.part(), question.address())
                .withQuery(proven(question.fetch(), parameters)),
            answer -> read(question.part(), answer))
        .onErrorResume(
            PlatformFailure.TooMuchData.class,
            tooMuch -> limit == 1 ? Mono.error(tooMuch) : shorter(question, after));
  }

  private Mono<Paging.Page> shorter(Question question, @Nullable String after) {
    question.limit().updateAndGet(limit -> Math.max(1, limit / SHRINK));
    return page(question, after);
  }

  private static Paging.Page read(String part, PlatformAnswer answer) {
    JsonNode body = Answers.json(answer);
    JsonNode rows = body.path("data");
    if (!rows.isArray()) {
      throw new PlatformFailure.Unreadable("Meta's page has no list \"data\".", null);
    }
    JsonNode paging = body.path("paging");
    // The last page has a cursor too, but it leads nowhere.
    boolean isLast = Fields.text(paging, "next") == null;
    return new Paging.Page(
        new RawPage(part, answer.body()),
        rows,
        isLast ? null : Fields.requiredText(paging.path("cursors"), "after"));
  }

  private static Map<String, String> proven(OpenFetch fetch, Map<String, String> parameters) {
    return MetaAsk.proven(parameters, fetch.connection().credential());
  }

  /**
   * @param limit rows of a page, which shrinks where a page is too much
   */
  private record Question(
      OpenFetch fetch,
      String part,
      String address,
      Map<String, String> parameters,
      AtomicInteger limit) {}
}
