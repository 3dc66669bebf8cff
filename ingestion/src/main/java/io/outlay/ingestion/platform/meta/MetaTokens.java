package io.outlay.ingestion.platform.meta;

import io.outlay.domain.platform.PlatformConnection;
import io.outlay.domain.platform.PlatformCredential;
import io.outlay.ingestion.platform.PlatformFailure;
import io.outlay.ingestion.platform.call.Answers;
import io.outlay.ingestion.platform.call.OpenFetch;
import io.outlay.ingestion.platform.call.PlatformAnswer;
import io.outlay.ingestion.platform.call.PlatformCall;
import io.outlay.ingestion.platform.call.PlatformCalls;
import java.util.HashMap;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Swaps a token of an hour or two for one of some sixty days, where the app is known. */
final class MetaTokens {

  private final PlatformCalls calls;
  private final String baseUrl;

  MetaTokens(PlatformCalls calls, String baseUrl) {
    this.calls = calls;
    this.baseUrl = baseUrl;
  }

  /** The credential with a lasting token; as it is where it does not name the app. */
  Mono<PlatformCredential> lasting(OpenFetch fetch) {
    PlatformConnection connection = fetch.connection();
    PlatformCredential credential = connection.credential();
    String appId = credential.optional(MetaCredential.APP_ID);
    String appSecret = credential.optional(MetaCredential.APP_SECRET);
    if (appId == null || appSecret == null) {
      return Mono.just(credential);
    }
    Map<String, String> query =
        Map.of(
            "grant_type",
            "fb_exchange_token",
            "client_id",
            appId,
            "client_secret",
            appSecret,
            "fb_exchange_token",
            credential.required(MetaCredential.ACCESS_TOKEN));
    String address = baseUrl + "/" + connection.apiVersion() + "/oauth/access_token";
    return calls
        .call(fetch, PlatformCall.get("token", address).withQuery(query), MetaTokens::token)
        .map(token -> with(credential, token));
  }

  /** Nothing of the answer may show in a message: it is a secret as a whole. */
  private static String token(PlatformAnswer answer) {
    String token = Answers.jsonOrMissing(answer.body()).path("access_token").asString("");
    if (token.isEmpty()) {
      throw new PlatformFailure.Unreadable("Meta swapped the token for none.", null);
    }
    return token;
  }

  private static PlatformCredential with(PlatformCredential credential, String token) {
    Map<String, String> secrets = new HashMap<>(credential.reveal());
    secrets.put(MetaCredential.ACCESS_TOKEN, token);
    return new PlatformCredential(secrets);
  }
}
