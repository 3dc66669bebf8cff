package io.outlay.ingestion.simulator.appleads;

import io.outlay.ingestion.simulator.http.Call;
import io.outlay.ingestion.simulator.http.Json;
import io.outlay.ingestion.simulator.http.Reply;
import io.outlay.ingestion.simulator.http.SimulatedHost;
import io.outlay.ingestion.simulator.http.TokenMint;
import io.outlay.ingestion.simulator.world.AdAccount;
import io.outlay.ingestion.simulator.world.AdPlatform;
import io.outlay.ingestion.simulator.world.Mix;
import io.outlay.ingestion.simulator.world.Publisher;
import io.outlay.ingestion.simulator.world.World;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** Hands out access tokens for client secrets and decides which account they open. */
final class AppleAccess {

  private static final int LIFE_SECONDS = 3_600;

  private final World world;
  private final TokenMint mint;
  private final Map<Publisher, AppleAdsCredentials> credentials = new LinkedHashMap<>();
  private final Map<Publisher, PublicKey> keys = new LinkedHashMap<>();

  AppleAccess(World world) {
    this.world = world;
    this.mint = new TokenMint(world.seed(), "eyJhcHBsZSI6.");
    for (Publisher publisher : List.of(Publisher.DEMO_GAMES, Publisher.RIVAL_GAMES)) {
      KeyPair pair = DemoKeys.pair(Mix.of(world.seed(), "apple/" + publisher.key()));
      keys.put(publisher, pair.getPublic());
      credentials.put(publisher, credentials(publisher, pair));
    }
  }

  private AppleAdsCredentials credentials(Publisher publisher, KeyPair pair) {
    List<AdAccount> accounts = world.accounts(AdPlatform.APPLE_ADS, publisher);
    return new AppleAdsCredentials(
        "SEARCHADS." + uuid(publisher, "client"),
        "SEARCHADS." + uuid(publisher, "team"),
        uuid(publisher, "key"),
        DemoKeys.pem(pair),
        accounts.stream().map(account -> Long.toString(account.id())).toList(),
        accounts.stream().map(account -> Long.toString(account.adAccountId())).toList());
  }

  private String uuid(Publisher publisher, String of) {
    String name = "apple/" + publisher.key() + "/" + of;
    return new UUID(Mix.of(world.seed(), name), Mix.of(world.seed() + 1, name)).toString();
  }

  AppleAdsCredentials of(Publisher publisher) {
    return Optional.ofNullable(credentials.get(publisher)).orElseThrow();
  }

  /** Swaps a client secret for an access token. */
  Reply token(Call call) {
    if (!call.parameter("grant_type").equals(Optional.of("client_credentials"))) {
      return refused("unsupported_grant_type", "The grant type must be client_credentials.");
    }
    if (!call.parameter("scope").equals(Optional.of("searchadsorg"))) {
      return refused("invalid_scope", "The scope must be searchadsorg.");
    }
    String clientId = call.parameter("client_id").orElse("");
    return credentials.entrySet().stream()
        .filter(entry -> entry.getValue().clientId().equals(clientId))
        .findFirst()
        .map(entry -> token(call, entry.getKey(), entry.getValue()))
        .orElseGet(() -> refused("invalid_client", "The client is not known."));
  }

  private Reply token(Call call, Publisher publisher, AppleAdsCredentials own) {
    PublicKey key = Optional.ofNullable(keys.get(publisher)).orElseThrow();
    Optional<ClientSecret> secret = call.parameter("client_secret").flatMap(ClientSecret::read);
    Optional<String> fault =
        secret.isEmpty()
            ? Optional.of("The client secret cannot be read.")
            : secret.get().fault(own, key, call.now());
    return fault
        .map(text -> refused("invalid_client", text))
        .orElseGet(() -> issued(call, publisher));
  }

  private Reply issued(Call call, Publisher publisher) {
    ObjectNode body = Json.object();
    body.put("access_token", mint.issue(publisher.key(), call.now().plusSeconds(LIFE_SECONDS)));
    body.put("token_type", "Bearer");
    body.put("expires_in", LIFE_SECONDS);
    body.put("scope", "searchadsorg");
    return Reply.json(200, body);
  }

  static Reply refused(String error, String description) {
    ObjectNode body = Json.object().put("error", error).put("error_description", description);
    return Reply.json(400, body);
  }

  static boolean isPlatform(Call call) {
    return call.host() == SimulatedHost.APPLE_ADS;
  }

  /** Who calls. */
  Publisher caller(Call call) {
    return call.bearer()
        .flatMap(mint::read)
        .filter(token -> call.now().isBefore(token.until()))
        .flatMap(token -> publisher(token.holder()))
        .orElseThrow(() -> unauthorized(call).refusal(isPlatform(call)));
  }

  private Optional<Publisher> publisher(String key) {
    return credentials.keySet().stream()
        .filter(publisher -> publisher.key().equals(key))
        .findFirst();
  }

  static AppleError unauthorized(Call call) {
    String code = isPlatform(call) ? "UNAUTHENTICATED" : "UNAUTHORIZED";
    return new AppleError(401, code, "The access token is invalid or has expired.", "");
  }

  /** The account named in the context header, when the caller may read it. */
  AdAccount account(Call call, Publisher caller) {
    String named = contextOf(call).orElse("");
    return accounts(caller).stream()
        .filter(account -> named.equals(Long.toString(number(call, account))))
        .findFirst()
        .orElseThrow(
            () ->
                new AppleError(
                        403,
                        isPlatform(call) ? "PERMISSION_DENIED" : "FORBIDDEN",
                        "A required header was not specified or was invalid.",
                        "")
                    .refusal(isPlatform(call)));
  }

  static long number(Call call, AdAccount account) {
    return isPlatform(call) ? account.adAccountId() : account.id();
  }

  /** The number the context header names. */
  static Optional<String> contextOf(Call call) {
    String name = isPlatform(call) ? "adAccountId=" : "orgId=";
    return call.header("x-ap-context")
        .map(value -> value.replace(";", "").trim())
        .filter(value -> value.startsWith(name))
        .map(value -> value.substring(name.length()));
  }

  List<AdAccount> accounts(Publisher caller) {
    return world.accounts(AdPlatform.APPLE_ADS, caller);
  }
}
