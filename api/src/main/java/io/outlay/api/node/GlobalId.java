package io.outlay.api.node;

import io.outlay.domain.error.BadRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An id as clients see it: opaque text that holds type and number. It names a thing and gives no
 * right to it; every look-up still asks for the caller's organization and scope.
 *
 * @param type what it is an id of
 * @param number the thing's number, positive
 */
public record GlobalId(NodeType type, long number) {

  private static final int LONGEST = 64;
  private static final Map<String, NodeType> TYPES =
      Stream.of(NodeType.values())
          .collect(Collectors.toUnmodifiableMap(NodeType::typeName, Function.identity()));

  /** The text clients see. */
  public static String write(NodeType type, long number) {
    byte[] plain = (type.typeName() + ':' + number).getBytes(StandardCharsets.ISO_8859_1);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
  }

  /** What a text stands for; empty where it never was an id. */
  public static Optional<GlobalId> read(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      byte[] plain = Base64.getUrlDecoder().decode(text);
      return parse(new String(plain, StandardCharsets.ISO_8859_1))
          .filter(id -> write(id.type, id.number).equals(text));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /**
   * The number behind an id of one type.
   *
   * @param field where it was given, for the message
   * @throws BadRequest when it is no id of that type
   */
  public static long number(String field, String text, NodeType type) {
    return read(text)
        .filter(id -> id.type == type)
        .map(GlobalId::number)
        .orElseThrow(
            () ->
                BadRequest.of(
                    field, text, "an id as the field id of " + type.typeName() + " gives it"));
  }

  /** The numbers behind ids of one type; none for null. */
  public static Set<Long> numbers(String field, @Nullable Collection<String> texts, NodeType type) {
    Set<Long> numbers = new LinkedHashSet<>();
    if (texts != null) {
      texts.forEach(text -> numbers.add(number(field, text, type)));
    }
    return numbers;
  }

  private static Optional<GlobalId> parse(String plain) {
    int colon = plain.indexOf(':');
    NodeType type = colon < 0 ? null : TYPES.get(plain.substring(0, colon));
    if (type == null) {
      return Optional.empty();
    }
    try {
      long number = Long.parseLong(plain.substring(colon + 1));
      return number > 0 ? Optional.of(new GlobalId(type, number)) : Optional.empty();
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }
}
