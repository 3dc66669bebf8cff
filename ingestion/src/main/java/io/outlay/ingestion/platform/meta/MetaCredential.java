package io.outlay.ingestion.platform.meta;

import io.outlay.ingestion.platform.CredentialNames;
import java.util.Set;

/** Names of Meta's secrets. */
final class MetaCredential {

  static final String ACCESS_TOKEN = "accessToken";
  static final String APP_ID = "appId";
  static final String APP_SECRET = "appSecret";

  static final CredentialNames NAMES =
      new CredentialNames(Set.of(ACCESS_TOKEN), Set.of(APP_ID, APP_SECRET));

  private MetaCredential() {}
}
