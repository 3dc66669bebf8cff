package io.outlay.ingestion.userevent;

import io.outlay.domain.error.BadRequest;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Fields of an event from its JSON form. */
public final class EventJson {

  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS) // money is no double
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private EventJson() {}

  /**
   * The fields; numbers with decimals are exact.
   *
   * @throws BadRequest when it is not one JSON object in UTF-8
   */
  public static Map<String, Object> read(byte[] bytes, int from, int length) {
    Map<String, Object> fields;
    try {
      fields = JSON.readValue(bytes, from, length, OBJECT);
    } catch (JacksonException e) {
      throw notAnEvent(length, e.getOriginalMessage());
    }
    if (fields == null) {
      throw notAnEvent(length, "it is null");
    }
    return fields;
  }

  /** Its content is not repeated: it may hold personal data, and errors are kept and logged. */
  private static BadRequest notAnEvent(int length, String why) {
    String reason = why.length() > 200 ? why.substring(0, 200) : why;
    return BadRequest.of(
        "event",
        length + " bytes",
        "one JSON object in UTF-8, at most 262144 bytes (" + reason + ")");
  }
}
