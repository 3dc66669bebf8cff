package io.outlay.ingestion.platform.meta;

import io.outlay.ingestion.platform.PlatformFailure;
import io.outlay.ingestion.platform.RawPage;
import io.outlay.ingestion.platform.call.OpenFetch;
import io.outlay.ingestion.platform.call.PlatformAnswer;
import io.outlay.ingestion.platform.call.PlatformCall;
import io.outlay.ingestion.platform.call.PlatformCalls;
import io.outlay.ingestion.platform.reading.Answers;
import io.outlay.ingestion.platform.reading.Fields;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.databind.JsonNode;

/**
 * Lists of Meta, page by page. The next page is asked for by its cursor; the ready address in the
 * answer holds the token and is not used.
 */
final class MetaPages {

  private static final int FIRST_LIMIT = 500;
  private static final int SHRINK = 4;
  private static final int MOST_PAGES = 5_000;
  private static final int BEGINNINGS = 2;

  private final PlatformCalls calls;

  MetaPages(PlatformCalls calls) {
    this.calls = calls;
  }

  /** All pages of a list. A list that repeats itself is begun anew, then unreadable. */
  Mono<List<RawPage>> all(
      OpenFetch fetch, String part, String address, Map<String, String> parameters) {
    return Mono.defer(() -> inOrder(fetch, part, address, parameters))
        .retryWhen(
            Retry.max(BEGINNINGS)
                .filter(RepeatedPages.class::isInstance)
                .onRetryExhaustedThrow((spec, signal) -> signal.failure()))
        .onErrorMap(RepeatedPages.class, repeated -> unreadable(part));
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

  private Mono<List<RawPage>> inOrder(
      OpenFetch fetch, String part, String address, Map<String, String> parameters) {
    Question question = new Question(fetch, part, address, parameters);
    Set<JsonNode> seen = new HashSet<>();
    return page(question, null, FIRST_LIMIT)
        .expand(
            page -> page.next() == null ? Mono.empty() : page(question, page.next(), page.limit()))
        .doOnNext(page -> refuseRepeated(page, seen))
        .map(Page::raw)
        .collectList();
  }

  /** One page; where it is too much, a shorter one. */
  private Mono<Page> page(Question question, @Nullable String after, int limit) {
    Map<String, String> parameters = MetaAsk.page(question.parameters(), after, limit);
    return calls
        .call(
            question.fetch(),
            PlatformCall.get(question.part(), question.address())
                .withQuery(proven(question.fetch(), parameters)),
            answer -> Page.of(question.part(), limit, answer))
        .onErrorResume(
            PlatformFailure.TooMuchData.class,
            tooMuch ->
                limit == 1
                    ? Mono.error(tooMuch)
                    : page(question, after, Math.max(1, limit / SHRINK)));
  }

  private static Map<String, String> proven(OpenFetch fetch, Map<String, String> parameters) {
    return MetaAsk.proven(parameters, fetch.connection().credential());
  }

  private static void refuseRepeated(Page page, Set<JsonNode> seen) {
    boolean isRepeated = !page.rows().isEmpty() && !seen.add(page.rows());
    if (isRepeated || seen.size() > MOST_PAGES) {
      throw new RepeatedPages();
    }
  }

  private static PlatformFailure unreadable(String part) {
    return new PlatformFailure.Unreadable(
        "Meta's pages of \"%s\" repeat themselves.".formatted(part), null);
  }

  /** A page came again under another cursor, or there is no end of pages. */
  private static final class RepeatedPages extends RuntimeException {}

  private record Question(
      OpenFetch fetch, String part, String address, Map<String, String> parameters) {}

  /**
   * @param next cursor of the next page; null on the last one, whose cursor leads nowhere
   */
  private record Page(RawPage raw, JsonNode rows, @Nullable String next, int limit) {

    static Page of(String part, int limit, PlatformAnswer answer) {
      JsonNode body = Answers.json(answer);
      JsonNode rows = body.path("data");
      if (!rows.isArray()) {
        throw new PlatformFailure.Unreadable("Meta's page has no list \"data\".", null);
      }
      JsonNode paging = body.path("paging");
      boolean isLast = Fields.text(paging, "next") == null;
      return new Page(
          new RawPage(part, answer.body()),
          rows,
          isLast ? null : Fields.requiredText(paging.path("cursors"), "after"),
          limit);
    }
  }
}
