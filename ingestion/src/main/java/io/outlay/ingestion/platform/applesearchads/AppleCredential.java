package io.outlay.ingestion.platform.applesearchads;

import io.outlay.domain.platform.PlatformConnection;
import io.outlay.domain.platform.PlatformCredential;
import io.outlay.ingestion.platform.CredentialNames;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Names of Apple's secrets. */
final class AppleCredential {

  static final String CLIENT_ID = "clientId";
  static final String TEAM_ID = "teamId";
  static final String KEY_ID = "keyId";
  static final String PRIVATE_KEY = "privateKey";
  static final String ORG_ID = "orgId";
  static final String AD_ACCOUNT_ID = "adAccountId";

  static final CredentialNames NAMES =
      new CredentialNames(
          Set.of(CLIENT_ID, TEAM_ID, KEY_ID, PRIVATE_KEY), Set.of(ORG_ID, AD_ACCOUNT_ID));

  private AppleCredential() {}

  /** Checks the names, and that the key is one. */
  static void check(PlatformCredential credential) {
    NAMES.check(credential);
    ClientSecret.key(credential.required(PRIVATE_KEY));
  }

  /** What a token is asked for with. */
  static Map<String, String> grant(PlatformCredential credential, Instant now) {
    return Map.of(
        "grant_type",
        "client_credentials",
        "scope",
        "searchadsorg",
        "client_id",
        credential.required(CLIENT_ID),
        "client_secret",
        ClientSecret.of(credential, now));
  }

  /** The number a dialect knows the account by; both have their own, one of which is the key. */
  static String number(PlatformConnection connection, String name) {
    String own = connection.credential().optional(name);
    return own == null ? connection.account().externalId() : own;
  }
}
