package io.outlay.api.graphql.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/** In which form the caller wants its answer. */
enum AnswerFormat {
  /** One answer as {@code application/json}. */
  JSON,
  /** The same, under the name the GraphQL-over-HTTP draft gives it. */
  GRAPHQL_RESPONSE,
  /** Events, one connection per operation. */
  EVENTS;

  private static final MediaType RESPONSE =
      MediaType.parseMediaType("application/graphql-response+json");

  MediaType type() {
    return switch (this) {
      case JSON -> MediaType.APPLICATION_JSON;
      case GRAPHQL_RESPONSE -> RESPONSE;
      case EVENTS -> MediaType.TEXT_EVENT_STREAM;
    };
  }

  /** The best form an Accept header allows; plain JSON when there is none. */
  static AnswerFormat preferred(@Nullable String accept) {
    if (accept == null || accept.equals("*/*") || accept.equals("application/json")) {
      return JSON;
    }
    return parse(accept).stream()
        .filter(wanted -> wanted.getQualityValue() > 0)
        .map(AnswerFormat::matching)
        .filter(found -> found != null)
        .findFirst()
        .orElseThrow(AnswerFormat::notAcceptable);
  }

  private static List<MediaType> parse(String accept) {
    try {
      List<MediaType> wanted = MediaType.parseMediaTypes(accept);
      MimeTypeUtils.sortBySpecificity(wanted);
      return wanted;
    } catch (InvalidMediaTypeException unreadable) {
      throw notAcceptable();
    }
  }

  private static @Nullable AnswerFormat matching(MediaType wanted) {
    for (AnswerFormat format : values()) {
      if (wanted.includes(format.type())) {
        return format;
      }
    }
    return null;
  }

  private static HttpRefusal notAcceptable() {
    return HttpRefusal.of(
        HttpStatus.NOT_ACCEPTABLE,
        "Accept must allow application/json, application/graphql-response+json or"
            + " text/event-stream.");
  }
}
