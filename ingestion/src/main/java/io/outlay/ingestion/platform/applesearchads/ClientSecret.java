package io.outlay.ingestion.platform.applesearchads;

import io.outlay.domain.error.BadRequest;
import io.outlay.domain.platform.PlatformCredential;
import io.outlay.ingestion.platform.call.Answers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/** The signed statement Apple takes as client secret: a JSON Web Token by ES256. */
final class ClientSecret {

  private static final String AUDIENCE = "https://appleid.apple.com";
  private static final Duration LIFETIME = Duration.ofHours(1);

  /** Issued a little earlier, so that a clock that is ahead does no harm. */
  private static final Duration ALLOWED_SKEW = Duration.ofMinutes(5);

  // Raw R and S side by side, as ES256 wants; the usual form of Java is DER.
  private static final String ALGORITHM = "SHA256withECDSAinP1363Format";

  private ClientSecret() {}

  static String of(PlatformCredential credential, Instant now) {
    Instant issued = now.minus(ALLOWED_SKEW);
    String header =
        part(Map.of("alg", "ES256", "kid", credential.required(AppleCredential.KEY_ID)));
    String claims =
        part(
            Map.of(
                "sub", credential.required(AppleCredential.CLIENT_ID),
                "iss", credential.required(AppleCredential.TEAM_ID),
                "aud", AUDIENCE,
                "iat", issued.getEpochSecond(),
                "exp", now.plus(LIFETIME).getEpochSecond()));
    String signed = header + "." + claims;
    return signed + "." + signature(signed, credential.required(AppleCredential.PRIVATE_KEY));
  }

  /**
   * The key in a PEM text.
   *
   * @throws BadRequest when it is none; the message holds nothing of it
   */
  static PrivateKey key(String pem) {
    String base64 =
        pem.replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "").replaceAll("\\s|\\\\n", "");
    try {
      byte[] encoded = Base64.getDecoder().decode(base64);
      return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      throw new BadRequest(
          "privateKey is not readable; expected an EC P-256 key in PEM, beginning with"
              + " -----BEGIN PRIVATE KEY-----.");
    }
  }

  private static String signature(String text, String pem) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key(pem));
      signature.update(text.getBytes(StandardCharsets.US_ASCII));
      return encoded(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new BadRequest("privateKey cannot sign; expected an EC P-256 key.");
    }
  }

  private static String part(Map<String, ?> values) {
    return encoded(Answers.write(values));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
