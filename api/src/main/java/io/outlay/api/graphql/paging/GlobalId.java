package io.outlay.api.graphql.paging;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Id of an object over all types, opaque to clients: base64url of {@code Type:number}. It is no
 * secret and proves nothing: whoever looks it up asks within the caller's organization.
 *
 * @param type name of the object's type in the schema
 * @param number the object's number, positive
 */
public record GlobalId(String type, long number) {

  private static final Pattern FORM =
      Pattern.compile("([A-Z][A-Za-z0-9]{0,63}):([1-9][0-9]{0,17})");
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  /** What clients get. */
  public static String of(String type, long number) {
    return new GlobalId(type, number).toString();
  }

  /** The id in a client's text; empty when the text is no id. */
  public static Optional<GlobalId> parse(String text) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.ISO_8859_1);
      Matcher form = FORM.matcher(plain);
      return form.matches()
          ? Optional.of(new GlobalId(form.group(1), Long.parseLong(form.group(2))))
          : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /**
   * The number in a client's text when it is of that type; empty for other types and for what is no
   * id at all, so that foreign, missing and mistyped ids are answered alike.
   */
  public static OptionalLong numberOf(String type, String text) {
    return parse(text)
        .filter(id -> id.type.equals(type))
        .map(id -> OptionalLong.of(id.number))
        .orElseGet(OptionalLong::empty);
  }

  @Override
  public String toString() {
    return ENCODER.encodeToString((type + ":" + number).getBytes(StandardCharsets.ISO_8859_1));
  }
}
