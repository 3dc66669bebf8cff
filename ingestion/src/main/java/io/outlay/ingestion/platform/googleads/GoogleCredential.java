package io.outlay.ingestion.platform.googleads;

import io.outlay.domain.platform.PlatformCredential;
import io.outlay.ingestion.platform.CredentialNames;
import java.util.Map;
import java.util.Set;

/** Names of Google's secrets. A developer token is no longer needed, but taken. */
final class GoogleCredential {

  static final String DEVELOPER_TOKEN = "developerToken";
  static final String LOGIN_CUSTOMER_ID = "loginCustomerId";

  static final CredentialNames NAMES =
      new CredentialNames(
          Set.of("clientId", "clientSecret", "refreshToken"),
          Set.of(DEVELOPER_TOKEN, LOGIN_CUSTOMER_ID));

  private GoogleCredential() {}

  /** What a token is asked for with. */
  static Map<String, String> grant(PlatformCredential credential) {
    return Map.of(
        "grant_type", "refresh_token",
        "client_id", credential.required("clientId"),
        "client_secret", credential.required("clientSecret"),
        "refresh_token", credential.required("refreshToken"));
  }

  /** An account's number as it stands in addresses. */
  static String digits(String customerId) {
    return customerId.replace("-", "");
  }
}
