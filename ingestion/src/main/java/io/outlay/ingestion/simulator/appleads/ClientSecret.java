package io.outlay.ingestion.simulator.appleads;

import io.outlay.ingestion.simulator.http.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A client secret: a signed statement of who asks.
 *
 * @param header which key signed, and how
 * @param claims what is stated
 * @param signed what the signature is over
 * @param signature 64 octets, R and S
 */
record ClientSecret(JsonNode header, JsonNode claims, String signed, List<Byte> signature) {

  private static final String AUDIENCE = "https://appleid.apple.com";
  private static final Duration LONGEST = Duration.ofDays(180);
  private static final Duration SKEW = Duration.ofMinutes(5);
  private static final int SIGNATURE_SIZE = 64;

  /** The statement a text holds, nothing where it holds none. */
  static Optional<ClientSecret> read(String text) {
    List<String> parts = List.of(text.split("\\.", -1));
    if (parts.size() != 3) {
      return Optional.empty();
    }
    try {
      Optional<JsonNode> header = json(parts.get(0));
      Optional<JsonNode> claims = json(parts.get(1));
      List<Byte> signature = octets(parts.get(2));
      String signed = parts.get(0) + "." + parts.get(1);
      return header.flatMap(
          how -> claims.map(what -> new ClientSecret(how, what, signed, signature)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<JsonNode> json(String part) {
    byte[] text = Base64.getUrlDecoder().decode(part);
    return Json.parse(new String(text, StandardCharsets.UTF_8));
  }

  private static List<Byte> octets(String part) {
    byte[] raw = Base64.getUrlDecoder().decode(part);
    Byte[] boxed = new Byte[raw.length];
    for (int i = 0; i < raw.length; i++) {
      boxed[i] = raw[i];
    }
    return List.of(boxed);
  }

  /** What is wrong with it, nothing where all is right. */
  Optional<String> fault(AppleAdsCredentials expected, PublicKey key, Instant now) {
    if (!is(header, "alg", "ES256") || !is(header, "kid", expected.keyId())) {
      return Optional.of("Invalid key id or algorithm.");
    }
    if (!is(claims, "sub", expected.clientId())
        || !is(claims, "iss", expected.teamId())
        || !is(claims, "aud", AUDIENCE)) {
      return Optional.of("Invalid subject, issuer or audience.");
    }
    Instant issued = Instant.ofEpochSecond(claims.path("iat").asLong(0));
    Instant until = Instant.ofEpochSecond(claims.path("exp").asLong(0));
    if (until.isBefore(now)
        || issued.isAfter(now.plus(SKEW))
        || Duration.between(issued, until).compareTo(LONGEST) > 0) {
      return Optional.of("The client secret is expired, from the future or valid for too long.");
    }
    return isSignedBy(key) ? Optional.empty() : Optional.of("The client authentication failed.");
  }

  private static boolean is(JsonNode of, String field, String value) {
    return of.path(field).asString("").equals(value);
  }

  private boolean isSignedBy(PublicKey key) {
    if (signature.size() != SIGNATURE_SIZE) {
      return false;
    }
    byte[] raw = new byte[SIGNATURE_SIZE];
    for (int i = 0; i < raw.length; i++) {
      raw[i] = signature.get(i);
    }
    try {
      Signature check = Signature.getInstance("SHA256withECDSAinP1363Format");
      check.initVerify(key);
      check.update(signed.getBytes(StandardCharsets.US_ASCII));
      return check.verify(raw);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
