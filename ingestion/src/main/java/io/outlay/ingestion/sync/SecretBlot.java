package io.outlay.ingestion.sync;

import io.outlay.domain.platform.PlatformCredential;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Blots a credential's secrets out of bytes, leaving their length as it is. */
final class SecretBlot {

  /** What is shorter is a name or a number, and would be found by chance. */
  private static final int SHORTEST = 8;

  private final List<byte[]> secrets;

  SecretBlot(PlatformCredential credential) {
    this.secrets =
        credential.reveal().values().stream()
            .filter(secret -> secret.length() >= SHORTEST)
            .map(secret -> secret.getBytes(StandardCharsets.UTF_8))
            .toList();
  }

  /** A copy without secrets. */
  byte[] over(byte[] bytes) {
    byte[] blotted = bytes.clone();
    for (byte[] secret : secrets) {
      for (int at = find(blotted, secret, 0); at >= 0; at = find(blotted, secret, at + 1)) {
        Arrays.fill(blotted, at, at + secret.length, (byte) '*');
      }
    }
    return blotted;
  }

  private static int find(byte[] bytes, byte[] secret, int from) {
    int last = secret.length - 1;
    for (int at = from; at < bytes.length - last; at++) {
      if (bytes[at] == secret[0]
          && bytes[at + last] == secret[last] // figures and names begin alike too often
          && Arrays.equals(bytes, at, at + secret.length, secret, 0, secret.length)) {
        return at;
      }
    }
    return -1;
  }
}
