package io.outlay.ingestion.simulator;

import io.outlay.ingestion.simulator.appleads.AppleAdsCredentials;
import io.outlay.ingestion.simulator.http.SimulatedHost;
import java.io.IOException;
import java.net.http.HttpResponse;
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

/** Reads Apple as its documentation says. */
record AppleReader(Browser browser, AppleAdsCredentials credentials, Instant now) {

  String secret(Duration life, String audience, String keyId, String algorithm)
      throws GeneralSecurityException {
    String header = encoded("{\"alg\":\"ES256\",\"kid\":\"" + keyId + "\"}");
    String claims =
        encoded(
            "{\"sub\":\"%s\",\"aud\":\"%s\",\"iat\":%d,\"exp\":%d,\"iss\":\"%s\"}"
                .formatted(
                    credentials.clientId(),
                    audience,
                    now.getEpochSecond(),
                    now.plus(life).getEpochSecond(),
                    credentials.teamId()));
    Signature signature = Signature.getInstance(algorithm);
    signature.initSign(key());
    signature.update((header + "." + claims).getBytes(StandardCharsets.US_ASCII));
    return header + "." + claims + "." + encoder().encodeToString(signature.sign());
  }

  private static String encoded(String text) {
    return encoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Base64.Encoder encoder() {
    return Base64.getUrlEncoder().withoutPadding();
  }

  private PrivateKey key() throws GeneralSecurityException {
    String text =
        credentials
            .privateKeyPem()
            .replace("-----BEGIN PRIVATE KEY-----", "")
            .replace("-----END PRIVATE KEY-----", "")
            .replaceAll("\\s", "");
    return KeyFactory.getInstance("EC")
        .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(text)));
  }

  String goodSecret() throws GeneralSecurityException {
    return secret(
        Duration.ofDays(179),
        "https://appleid.apple.com",
        credentials.keyId(),
        "SHA256withECDSAinP1363Format");
  }

  HttpResponse<String> askToken(String secret) throws IOException, InterruptedException {
    return browser.postForm(
        SimulatedHost.APPLE_ID,
        "/auth/oauth2/token",
        Map.of(
            "grant_type",
            "client_credentials",
            "client_id",
            credentials.clientId(),
            "client_secret",
            secret,
            "scope",
            "searchadsorg"));
  }

  Map<String, String> v5Headers(long orgId)
      throws GeneralSecurityException, IOException, InterruptedException {
    String token = Browser.ok(askToken(goodSecret())).path("access_token").stringValue();
    return Map.of(
        "Authorization", "Bearer " + token,
        "X-AP-Context", "orgId=" + orgId,
        "Content-Type", "application/json");
  }

  Map<String, String> platformHeaders(long adAccountId)
      throws GeneralSecurityException, IOException, InterruptedException {
    String token = Browser.ok(askToken(goodSecret())).path("access_token").stringValue();
    return Map.of(
        "Authorization", "Bearer " + token,
        "X-AP-Context", "adAccountId=" + adAccountId + ";",
        "Content-Type", "application/json");
  }

  static String v5Report(String from, String to, String granularity, String more) {
    return """
    {"startTime":"%s","endTime":"%s","granularity":"%s","timeZone":"ORTZ",
     "selector":{"orderBy":[{"field":"campaignId","sortOrder":"ASCENDING"}],
       "pagination":{"offset":0,"limit":1000}}%s}
    """
        .formatted(from, to, granularity, more);
  }
}
