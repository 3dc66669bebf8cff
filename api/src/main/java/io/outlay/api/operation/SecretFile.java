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
