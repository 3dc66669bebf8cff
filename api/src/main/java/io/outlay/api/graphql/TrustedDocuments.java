package io.outlay.api.graphql;

import io.outlay.domain.error.BadRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Documents shipped with Outlay ({@code operations/*.graphql}), known by the SHA-256 of their text:
 * they may be larger, may be asked for by GET, and name metrics.
 */
@Component
public final class TrustedDocuments {

  private final Map<String, String> textById = new HashMap<>();
  private final Map<String, String> nameByText = new HashMap<>();

  TrustedDocuments(ResourcePatternResolver resources) throws IOException {
    for (Resource file : resources.getResources("classpath*:operations/**/*.graphql")) {
      String text = file.getContentAsString(StandardCharsets.UTF_8);
      textById.put(idOf(text), text);
      nameByText.put(text, nameOf(file));
    }
  }

  /** Text of a document; an id nobody knows is a {@link BadRequest}. */
  public String document(String id) {
    String text = textById.get(id);
    if (text == null) {
      throw BadRequest.of(
          "documentId", id, "the SHA-256 (64 hex digits) of a document shipped with Outlay");
    }
    return text;
  }

  /** Name of a shipped document: its file's, without the ending. */
  String nameOf(String text) {
    return nameByText.getOrDefault(text, "other");
  }

  private static String nameOf(Resource file) {
    String name = String.valueOf(file.getFilename());
    return name.substring(0, name.length() - ".graphql".length());
  }

  /** The id a document is known by: SHA-256 of its text in UTF-8, in lower-case hex. */
  public static String idOf(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
