package io.outlay.ingestion.platform.call;

import io.outlay.ingestion.platform.PlatformFailure;
import io.outlay.ingestion.platform.RawPage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.databind.JsonNode;

/** Lists that come page by page. A list that repeats itself is begun anew, then unreadable. */
public final class Paging {

  private static final int MOST_PAGES = 5_000;
  private static final int BEGINNINGS = 2;

  private Paging() {}

  /**
   * A page of a list.
   *
   * @param rows its elements, to see whether they came before
   * @param next where the next page begins, in the platform's own form; null on the last one
   */
  public record Page(RawPage raw, JsonNode rows, @Nullable String next) {}

  /**
   * All pages of a list, in order.
   *
   * @param what name of the list, for messages
   * @param ask asks for the page that begins at a place; null for the first
   */
  public static Mono<List<RawPage>> all(String what, Function<@Nullable String, Mono<Page>> ask) {
    return Mono.defer(() -> inOrder(ask))
        .retryWhen(
            Retry.max(BEGINNINGS)
                .filter(Repeated.class::isInstance)
                .onRetryExhaustedThrow((spec, signal) -> signal.failure()))
        .onErrorMap(
            Repeated.class,
            repeated ->
                new PlatformFailure.Unreadable(
                    "The platform's pages of \"%s\" repeat themselves.".formatted(what), null));
  }

  private static Mono<List<RawPage>> inOrder(Function<@Nullable String, Mono<Page>> ask) {
    Set<JsonNode> seen = new HashSet<>();
    return ask.apply(null)
        .expand(page -> page.next() == null ? Mono.empty() : ask.apply(page.next()))
        .doOnNext(page -> refuseRepeated(page, seen))
        .map(Page::raw)
        .collectList();
  }

  private static void refuseRepeated(Page page, Set<JsonNode> seen) {
    boolean isRepeated = !page.rows().isEmpty() && !seen.add(page.rows());
    if (isRepeated || seen.size() > MOST_PAGES) {
      throw new Repeated();
    }
  }

  /** A page came again under another place, or there is no end of pages. */
  private static final class Repeated extends RuntimeException {}
}
