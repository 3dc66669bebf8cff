package io.outlay.api.graphql.request;

import io.outlay.api.graphql.RequestContext;
import io.outlay.domain.error.Unauthenticated;
import io.outlay.domain.organization.Language;
import io.outlay.domain.organization.Viewer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Who sent an HTTP request, and under which id it goes. */
public final class Callers {

  /** Header with the request's id: taken over when sane, made otherwise, sent back. */
  public static final String REQUEST_ID = "X-Request-Id";

  private static final Pattern SANE_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private Callers() {}

  /** The signed-in caller; an {@link Unauthenticated} error without one. */
  public static Mono<RequestContext> contextOf(ServerWebExchange exchange) {
    return exchange
        .getPrincipal()
        .mapNotNull(Callers::viewerIn)
        .map(viewer -> contextOf(viewer, exchange))
        .switchIfEmpty(Mono.error(Callers::missing));
  }

  /** Id of the request, told in the response's header. */
  public static String requestId(ServerWebExchange exchange) {
    HttpHeaders answered = exchange.getResponse().getHeaders();
    String known = answered.getFirst(REQUEST_ID);
    if (known != null) {
      return known;
    }
    String id = requestIdOf(exchange.getRequest().getHeaders());
    answered.set(REQUEST_ID, id);
    return id;
  }

  /** The id a request brings, or a new one. */
  public static String requestIdOf(HttpHeaders headers) {
    String given = headers.getFirst(REQUEST_ID);
    return given != null && SANE_ID.matcher(given).matches()
        ? given
        : Long.toHexString(ThreadLocalRandom.current().nextLong() | Long.MIN_VALUE);
  }

  /** The caller a principal stands for; null for principals that are none of Outlay's callers. */
  public static @Nullable Viewer viewerIn(Object principal) {
    Object found =
        principal instanceof Authentication authentication
            ? authentication.getPrincipal()
            : principal;
    return found instanceof Viewer viewer ? viewer : null;
  }

  /** The request of a caller who is known, answered in the language it asks for. */
  public static RequestContext contextOf(Viewer viewer, ServerWebExchange exchange) {
    Language language = language(exchange.getRequest().getHeaders());
    Viewer spokenTo = viewer.language() == language ? viewer : viewer.withLanguage(language);
    return new RequestContext(spokenTo, requestId(exchange));
  }

  /** The language a request wants its texts in. */
  public static Language language(HttpHeaders headers) {
    String wanted = headers.getFirst(HttpHeaders.ACCEPT_LANGUAGE);
    return wanted == null ? Language.ENGLISH : Language.preferred(ranges(wanted));
  }

  private static List<Locale.LanguageRange> ranges(String header) {
    try {
      return Locale.LanguageRange.parse(header);
    } catch (IllegalArgumentException unreadable) {
      return List.of(); // a wish nobody can read is no reason to refuse the request
    }
  }

  private static Unauthenticated missing() {
    return new Unauthenticated(
        "The request has no valid token; send Authorization: Bearer <token>.");
  }
}
