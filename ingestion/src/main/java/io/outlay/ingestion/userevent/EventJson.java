package io.outlay.ingestion.userevent;

import io.outlay.domain.error.BadRequest;
import java.nio.charset.StandardCharsets;
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
      throw notAnEvent(bytes, from, length, e.getOriginalMessage());
    }
    if (fields == null) {
      throw notAnEvent(bytes, from, length, "null");
    }
    return fields;
  }

  private static BadRequest notAnEvent(byte[] bytes, int from, int length, String why) {
    String shown = new String(bytes, from, Math.min(length, 100), StandardCharsets.UTF_8);
    String reason = why.length() > 200 ? why.substring(0, 200) : why;
    return BadRequest.of("event", shown, "one JSON object in UTF-8 (" + reason + ")");
  }
}
