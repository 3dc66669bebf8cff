package io.outlay.api.graphql.http;

import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;

/**
 * Lets a caller keep an answer for as long as its data stay the same. The tag is weak: the cost
 * told beside the data may differ.
 */
final class EntityTag {

  private static final int LENGTH = 32;

  private EntityTag() {}

  /**
   * Tells the tag in the response; whether the caller has that answer already, and 304 is all there
   * is to say.
   */
  static boolean isCurrent(String digest, ServerWebExchange exchange) {
    String tag = "W/\"" + digest.substring(0, LENGTH) + "\"";
    HttpHeaders answered = exchange.getResponse().getHeaders();
    answered.set(HttpHeaders.ETAG, tag);
    answered.set(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    answered.set(HttpHeaders.VARY, "Authorization, Accept, Accept-Language");
    boolean isCurrent = matches(exchange.getRequest().getHeaders().getIfNoneMatch(), tag);
    if (isCurrent) {
      exchange.getResponse().setStatusCode(HttpStatus.NOT_MODIFIED);
    }
    return isCurrent;
  }

  private static boolean matches(List<String> held, String tag) {
    return held.contains("*") || held.contains(tag) || held.contains(tag.substring(2));
  }
}
