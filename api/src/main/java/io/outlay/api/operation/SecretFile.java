package io.outlay.api.operation;

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

/** A secret of an embedded server: made once, kept in a file that only its owner may read. */
public final class SecretFile {

  private static final int BYTES = 32;

  private SecretFile() {}

  /** Base64 of 32 random bytes, the same at each start. */
  public static String readOrMake(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file).strip() : make(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read or write the secret file " + file, unreadable);
    }
  }

  /**
   * Bytes of a secret: as set, or from the file, which is made on first use.
   *
   * @param setting base64 of at least 32 bytes; null or blank to use the file
   * @param name of the setting, for messages
   */
  public static byte[] key(@Nullable String setting, String name, Path file) {
    return setting != null && !setting.isBlank()
        ? decode(setting.strip(), name)
        : decode(readOrMake(file), file.toString());
  }

  private static byte[] decode(String text, String origin) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      throw new IllegalStateException(
          origin + " is not base64; expected base64 of at least 32 random bytes", notBase64);
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
}
