package io.outlay.api.graphql.json;

import io.outlay.api.graphql.limits.Limits;
import io.outlay.domain.error.BadRequest;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a JSON object as a caller must have meant it: one object and nothing behind it, no name
 * twice, UTF-8 without errors, no zero characters (PostgreSQL cannot hold them), numbers exact and
 * of a sane size. What is wrong is told with its place, as {@link BadRequest}.
 */
@Component
public final class StrictJson {

  private static final int LARGEST_EXPONENT = 400;
  private static final int DIGITS = 400;

  private final JsonFactory factory;
  private final int depth;

  StrictJson(Limits limits) {
    this.depth = limits.variableDepth();
    this.factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(depth)
                    .maxNumberLength(DIGITS)
                    .build())
            .build();
  }

  /** Text of UTF-8 bytes. */
  public String decode(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') >= 0) { // broken, unless the caller really sent that character
      decodeStrictly(bytes);
    }
    return text;
  }

  private static void decodeStrictly(byte[] bytes) {
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    try {
      StandardCharsets.UTF_8.newDecoder().decode(rest);
    } catch (CharacterCodingException broken) {
      throw new BadRequest(
          "Byte %d is not UTF-8; expected JSON in UTF-8.".formatted(rest.position()));
    }
  }

  /**
   * The object a text holds.
   *
   * @param what how messages call the text, for example {@code The body}
   */
  public Map<String, @Nullable Object> readObject(String text, String what) {
    try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new BadRequest(what + " must be one JSON object, {…}.");
      }
      Map<String, @Nullable Object> object = object(parser);
      if (parser.nextToken() != null) {
        throw new BadRequest(
            what + " goes on after its JSON object" + at(parser.currentTokenLocation()) + ".");
      }
      return object;
    } catch (JacksonException unreadable) {
      throw new BadRequest(
          "%s is not JSON%s; expected one JSON object, nested at most %d deep."
              .formatted(what, at(unreadable.getLocation()), depth));
    }
  }

  private static Map<String, @Nullable Object> object(JsonParser parser) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    String name = parser.nextName();
    while (name != null) {
      check(name, parser);
      if (object.containsKey(name)) {
        throw new BadRequest(
            "The name \"%s\" stands twice in one JSON object%s; give it once."
                .formatted(name, at(parser.currentTokenLocation())));
      }
      object.put(name, value(parser, parser.nextToken()));
      name = parser.nextName();
    }
    return object;
  }

  private static List<@Nullable Object> list(JsonParser parser) {
    List<@Nullable Object> list = new ArrayList<>();
    JsonToken token = parser.nextToken();
    while (token != JsonToken.END_ARRAY) {
      list.add(value(parser, token));
      token = parser.nextToken();
    }
    return list;
  }

  private static @Nullable Object value(JsonParser parser, JsonToken token) {
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> list(parser);
      case VALUE_STRING -> check(parser.getString(), parser);
      case VALUE_NUMBER_INT -> parser.getNumberValue();
      case VALUE_NUMBER_FLOAT -> decimal(parser);
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null;
    };
  }

  private static BigDecimal decimal(JsonParser parser) {
    BigDecimal number = parser.getDecimalValue();
    long exponent = (long) number.precision() - number.scale();
    if (Math.abs(exponent) > LARGEST_EXPONENT) {
      throw new BadRequest(
          "A number%s is out of range; expected at most %d digits before and after the point."
              .formatted(at(parser.currentTokenLocation()), LARGEST_EXPONENT));
    }
    return number;
  }

  private static String check(String text, JsonParser parser) {
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == 0 || (Character.isSurrogate(character) && !isPair(text, i))) {
        throw new BadRequest(
            "A text%s holds a zero character or half a surrogate pair; leave it out."
                .formatted(at(parser.currentTokenLocation())));
      }
    }
    return text;
  }

  private static boolean isPair(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
  }

  private static String at(@Nullable TokenStreamLocation place) {
    return place == null || place.getLineNr() < 1
        ? ""
        : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
  }
}
