package io.outlay.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A random password kept in a file that only its owner can read: other users of the machine reach
 * the loopback ports too.
 */
record Password(Path file) {
  private static final int BYTES = 24;

  /** Makes a new one. */
  void renew() throws IOException {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
  }

  /** Letters, digits, minus and underscore only. */
  String read() {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new EmbeddedServiceException("cannot read the password in " + file, e);
    }
  }
}
