package io.outlay.ingestion.simulator.appleads;

import io.outlay.ingestion.simulator.world.Mix;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** Makes key pairs that are no secret at all: the same seed makes the same pair. */
final class DemoKeys {

  private DemoKeys() {}

  static KeyPair pair(long seed) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"), new Foreseeable(seed));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java knows no P-256", e);
    }
  }

  static String pem(KeyPair pair) {
    byte[] line = "\n".getBytes(StandardCharsets.US_ASCII);
    String text = Base64.getMimeEncoder(64, line).encodeToString(pair.getPrivate().getEncoded());
    return "-----BEGIN PRIVATE KEY-----\n" + text + "\n-----END PRIVATE KEY-----\n";
  }

  /** The opposite of secure, on purpose. */
  private static final class Foreseeable extends SecureRandom {

    private static final long serialVersionUID = 1L;

    private final long seed;
    private long drawn;

    Foreseeable(long seed) {
      this.seed = seed;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) Mix.of(seed, drawn++);
      }
    }
  }
}
