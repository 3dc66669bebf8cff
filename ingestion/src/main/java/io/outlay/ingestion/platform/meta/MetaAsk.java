package io.outlay.ingestion.platform.meta;

import io.outlay.domain.platform.PlatformCredential;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** What every call to Meta carries beside its own parameters. */
final class MetaAsk {

  private static final String ALGORITHM = "HmacSHA256";

  private MetaAsk() {}

  /** The parameters, with the proof that the app's secret is known where the account has one. */
  static Map<String, String> proven(Map<String, String> parameters, PlatformCredential credential) {
    String secret = credential.optional(MetaCredential.APP_SECRET);
    if (secret == null) {
      return parameters;
    }
    Map<String, String> proven = new LinkedHashMap<>(parameters);
    proven.put("appsecret_proof", proof(secret, credential.required(MetaCredential.ACCESS_TOKEN)));
    return proven;
  }

  /** The parameters of the page behind a cursor. */
  static Map<String, String> page(
      Map<String, String> parameters, @Nullable String after, int limit) {
    Map<String, String> page = new LinkedHashMap<>(parameters);
    page.put("limit", Integer.toString(limit));
    if (after != null) {
      page.put("after", after);
    }
    return page;
  }

  private static String proof(String secret, String token) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(token.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
    }
  }
}
