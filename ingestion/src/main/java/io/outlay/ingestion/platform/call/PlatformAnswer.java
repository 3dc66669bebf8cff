package io.outlay.ingestion.platform.call;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * A platform's answer, complete. Its text tells nothing of the body, which may hold a token.
 *
 * @param status HTTP status
 */
@SuppressWarnings("ArrayRecordComponent") // carried from the socket to the store, never compared
public record PlatformAnswer(int status, HttpHeaders headers, byte[] body) {

  /** First value of a header; null where there is none. */
  public @Nullable String header(String name) {
    return headers.getFirst(name);
  }

  /** Whether the status is one of success. */
  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** Whether it says to hold JSON. Meta calls it JavaScript at times. */
  public boolean isJson() {
    String type = header(HttpHeaders.CONTENT_TYPE);
    if (type == null) {
      return false;
    }
    String plain = type.split(";", 2)[0].strip();
    return plain.equalsIgnoreCase(MediaType.APPLICATION_JSON_VALUE)
        || plain.equalsIgnoreCase("text/javascript")
        || plain.endsWith("+json");
  }

  @Override
  public String toString() {
    return "answer of status " + status + ", " + body.length + " bytes";
  }
}
