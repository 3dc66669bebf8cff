package io.outlay.ingestion.simulator.googleads;

import io.outlay.ingestion.simulator.http.Call;
import io.outlay.ingestion.simulator.http.Json;
import io.outlay.ingestion.simulator.http.Reply;
import io.outlay.ingestion.simulator.http.TokenMint;
import io.outlay.ingestion.simulator.world.AdAccount;
import io.outlay.ingestion.simulator.world.AdPlatform;
import io.outlay.ingestion.simulator.world.Publisher;
import io.outlay.ingestion.simulator.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Hands out access tokens and decides which account they open. */
final class GoogleAccess {

  private static final int LIFE_SECONDS = 3_599;

  private final World world;
  private final TokenMint mint;
  private final Map<Publisher, GoogleAdsCredentials> credentials = new LinkedHashMap<>();

  GoogleAccess(World world) {
    this.world = world;
    this.mint = new TokenMint(world.seed(), "ya29.");
    for (Publisher publisher : List.of(Publisher.DEMO_GAMES, Publisher.RIVAL_GAMES)) {
      List<String> ids =
          world.accounts(AdPlatform.GOOGLE_ADS, publisher).stream()
              .map(account -> Long.toString(account.id()))
              .toList();
      credentials.put(publisher, GoogleAdsCredentials.of(world.seed(), publisher, ids));
    }
  }

  GoogleAdsCredentials of(Publisher publisher) {
    return Optional.ofNullable(credentials.get(publisher)).orElseThrow();
  }

  /** Swaps a refresh token for an access token. */
  Reply token(Call call) {
    if (!call.parameter("grant_type").equals(Optional.of("refresh_token"))) {
      return refused(400, "unsupported_grant_type", "Invalid grant_type");
    }
    String clientId = call.parameter("client_id").orElse("");
    Optional<Map.Entry<Publisher, GoogleAdsCredentials>> client =
        credentials.entrySet().stream()
            .filter(entry -> entry.getValue().clientId().equals(clientId))
            .findFirst();
    if (client.isEmpty()) {
      return refused(401, "invalid_client", "The OAuth client was not found.");
    }
    GoogleAdsCredentials own = client.get().getValue();
    if (!call.parameter("client_secret").equals(Optional.of(own.clientSecret()))) {
      return refused(401, "invalid_client", "Unauthorized");
    }
    return call.parameter("refresh_token").equals(Optional.of(own.refreshToken()))
        ? issued(call, client.get().getKey())
        : revoked();
  }

  private Reply issued(Call call, Publisher publisher) {
    ObjectNode body = Json.object();
    body.put("access_token", mint.issue(publisher.key(), call.now().plusSeconds(LIFE_SECONDS)));
    body.put("expires_in", LIFE_SECONDS);
    body.put("scope", "https://www.googleapis.com/auth/adwords");
    body.put("token_type", "Bearer");
    return Reply.json(200, body);
  }

  static Reply revoked() {
    return refused(400, "invalid_grant", "Token has been expired or revoked.");
  }

  private static Reply refused(int status, String error, String description) {
    ObjectNode body = Json.object().put("error", error).put("error_description", description);
    return Reply.json(status, body);
  }

  /** Who calls. */
  Publisher caller(Call call) {
    TokenMint.Token token =
        call.bearer()
            .flatMap(mint::read)
            .orElseThrow(
                () ->
                    GoogleError.authentication("OAUTH_TOKEN_INVALID", "OAuth token is invalid.")
                        .failure());
    if (call.now().isAfter(token.until())) {
      throw expired().failure();
    }
    return credentials.keySet().stream()
        .filter(publisher -> publisher.key().equals(token.holder()))
        .findFirst()
        .orElseThrow();
  }

  static GoogleError expired() {
    return GoogleError.authentication("OAUTH_TOKEN_EXPIRED", "OAuth token has expired.");
  }

  /** The account of a number: its manager must be named, and be the caller's. */
  AdAccount account(Call call, Publisher caller, String customerId) {
    AdAccount account =
        world.accounts(AdPlatform.GOOGLE_ADS).stream()
            .filter(candidate -> Long.toString(candidate.id()).equals(customerId))
            .findFirst()
            .orElseThrow(() -> GoogleError.forbidden().failure());
    boolean viaManager =
        call.header("login-customer-id").equals(Optional.of(of(caller).loginCustomerId()));
    if (!account.publisher().equals(caller) || !viaManager) {
      throw GoogleError.forbidden().failure();
    }
    return account;
  }

  List<AdAccount> accounts(Publisher caller) {
    return world.accounts(AdPlatform.GOOGLE_ADS, caller);
  }
}
