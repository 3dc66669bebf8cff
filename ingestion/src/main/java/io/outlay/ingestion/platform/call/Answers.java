package io.outlay.ingestion.platform.call;

import io.outlay.ingestion.platform.PlatformFailure;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Answers as JSON. */
public final class Answers {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private Answers() {}

  /**
   * A good answer's body.
   *
   * @throws PlatformFailure.Unreadable when it is not one whole JSON value
   */
  public static JsonNode json(PlatformAnswer answer) {
    if (!answer.isJson()) {
      throw new PlatformFailure.Unreadable(
          "The platform answered with another kind of text.", null);
    }
    return json(answer.body());
  }

  /**
   * A kept body.
   *
   * @throws PlatformFailure.Unreadable when it is not one whole JSON value
   */
  public static JsonNode json(byte[] body) {
    JsonNode node = jsonOrMissing(body);
    if (node.isMissingNode()) {
      // The parser's message may quote the answer, which may hold a token.
      throw new PlatformFailure.Unreadable(
          "The platform's answer of %d bytes is no whole JSON.".formatted(body.length), null);
    }
    return node;
  }

  /** A body that may be anything: what is no JSON reads as a missing value. */
  public static JsonNode jsonOrMissing(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException anythingElse) {
      return MissingNode.getInstance();
    }
  }

  /** A value as JSON. */
  public static byte[] write(Object value) {
    return JSON.writeValueAsBytes(value);
  }
}
