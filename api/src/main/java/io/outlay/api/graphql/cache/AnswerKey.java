package io.outlay.api.graphql.cache;

import io.outlay.domain.organization.Scope;
import io.outlay.domain.organization.Viewer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything an answer depends on. Two questions with equal keys have byte-equal answers.
 *
 * @param documentId SHA-256 of the document
 * @param operationName which operation; empty for the only one
 * @param variables in any order
 * @param audience organization, scope, role and language of the caller
 * @param state version of the data, and the accounts' days
 */
public record AnswerKey(
    String documentId,
    String operationName,
    Map<String, @Nullable Object> variables,
    Audience audience,
    String state) {

  /** What of a caller may change an answer; two tokens alike in it share their answers. */
  public record Audience(long organization, Object scope, Enum<?> role, Enum<?> language) {

    /** The audience a caller belongs to. */
    public static Audience of(Viewer viewer) {
      return new Audience(
          viewer.organization().value(), viewer.scope(), viewer.role(), viewer.language());
    }
  }

  /** SHA-256 of the key in a fixed form, in hex: the same in every process. */
  public String digest() {
    StringBuilder text = new StringBuilder(256);
    text.append(documentId).append('\n').append(operationName).append('\n');
    append(text, variables);
    text.append('\n').append(audience.organization).append('\n');
    append(text, audience.scope);
    text.append('\n').append(audience.role.name()).append('\n').append(audience.language.name());
    text.append('\n').append(state);
    return sha256(text.toString());
  }

  private static void append(StringBuilder text, @Nullable Object value) {
    switch (value) {
      case Map<?, ?> map -> {
        text.append('{');
        new TreeMap<Object, @Nullable Object>(map)
            .forEach(
                (name, inner) -> {
                  append(text, name);
                  text.append(':');
                  append(text, inner);
                });
        text.append('}');
      }
      case Iterable<?> list -> {
        text.append('[');
        list.forEach(
            inner -> {
              append(text, inner);
              text.append(',');
            });
        text.append(']');
      }
      case String string -> text.append(string.length()).append('"').append(string);
      case Scope scope -> {
        append(text, sorted(scope.adAccountIds()));
        append(text, sorted(scope.channelIds()));
      }
      case null, default -> text.append(value).append(';');
    }
  }

  private static @Nullable Object sorted(@Nullable Set<Long> ids) {
    return ids == null ? null : ids.stream().sorted().toList();
  }

  private static String sha256(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
