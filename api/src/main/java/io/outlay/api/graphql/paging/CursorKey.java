package io.outlay.api.graphql.paging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The secret that cursors are signed with: given by a setting, or made once and kept in a file. */
final class CursorKey {

  private static final int BYTES = 32;

  private CursorKey() {}

  /**
   * The key's bytes.
   *
   * @param setting base64 of at least 32 bytes; null or blank to use the file
   * @param file made on first use, readable by its owner only, so that cursors outlive a restart
   */
  static byte[] load(@Nullable String setting, Path file) {
    if (setting != null && !setting.isBlank()) {
      return decode(setting.strip(), "outlay.secrets.cursor-key");
    }
    try {
      return decode(
          Files.exists(file) ? Files.readString(file).strip() : make(file), file.toString());
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read or write the cursor key " + file, unreadable);
    }
  }

  private static String make(Path file) throws IOException {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    String text = Base64.getEncoder().encodeToString(key);
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, text, StandardOpenOption.WRITE);
      return text;
    } catch (FileAlreadyExistsException madeMeanwhile) {
      return Files.readString(file).strip();
    }
  }

  private static byte[] decode(String text, String origin) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      throw new IllegalStateException(
          origin + " is not base64; expected base64 of at least 32 random bytes", notBase64);
    }
  }
}
