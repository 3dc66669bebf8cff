package io.outlay.ingestion.simulator.meta;

import io.outlay.ingestion.simulator.http.Call;
import io.outlay.ingestion.simulator.http.Json;
import io.outlay.ingestion.simulator.http.Reply;
import io.outlay.ingestion.simulator.world.AdAccount;
import io.outlay.ingestion.simulator.world.AdPlatform;
import io.outlay.ingestion.simulator.world.Publisher;
import io.outlay.ingestion.simulator.world.World;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.node.ObjectNode;

/** Whose token opens what. */
final class MetaAccess {

  private static final int SIXTY_DAYS = 5_184_000;

  private final World world;
  private final Map<Publisher, MetaCredentials> credentials = new LinkedHashMap<>();

  MetaAccess(World world) {
    this.world = world;
    for (Publisher publisher : List.of(Publisher.DEMO_GAMES, Publisher.RIVAL_GAMES)) {
      List<String> ids =
          world.accounts(AdPlatform.META, publisher).stream()
              .map(account -> Long.toString(account.id()))
              .toList();
      credentials.put(publisher, MetaCredentials.of(world.seed(), publisher, ids));
    }
  }

  MetaCredentials of(Publisher publisher) {
    return Optional.ofNullable(credentials.get(publisher)).orElseThrow();
  }

  static Optional<String> token(Call call) {
    return call.parameter("access_token").or(call::bearer);
  }

  /** Who calls; refuses calls without a token, with an unknown one or with a false proof. */
  Publisher caller(Call call) {
    String token =
        token(call)
            .orElseThrow(
                () ->
                    new MetaError(
                            400,
                            2500,
                            0,
                            "An active access token must be used to query information"
                                + " about the current user.")
                        .refusal());
    Publisher publisher = owner(token);
    call.parameter("appsecret_proof")
        .filter(proof -> !proof.equals(proof(of(publisher).appSecret(), token)))
        .ifPresent(
            proof -> {
              throw new MetaError(
                      400, 100, 0, "Invalid appsecret_proof provided in the API argument")
                  .refusal();
            });
    return publisher;
  }

  private Publisher owner(String token) {
    return credentials.entrySet().stream()
        .filter(
            entry ->
                token.equals(entry.getValue().accessToken())
                    || token.equals(entry.getValue().shortToken()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(
            () ->
                new MetaError(400, 190, 0, "Invalid OAuth access token - Cannot parse access token")
                    .refusal());
  }

  /** The account of a number, when the caller may read it. */
  AdAccount account(Publisher caller, String id) {
    return world.accounts(AdPlatform.META).stream()
        .filter(account -> Long.toString(account.id()).equals(id))
        .findFirst()
        .map(account -> permitted(caller, account))
        .orElseThrow(() -> MetaError.missing("act_" + id));
  }

  private static AdAccount permitted(Publisher caller, AdAccount account) {
    if (!account.publisher().equals(caller)) {
      throw new MetaError(
              403,
              200,
              0,
              "(#200) Ad account owner has NOT grant ads_management or ads_read permission")
          .refusal();
    }
    return account;
  }

  List<AdAccount> accounts(Publisher caller) {
    return world.accounts(AdPlatform.META, caller);
  }

  /** Swaps a short token for a lasting one. */
  Reply exchange(Call call) {
    String kind = call.parameter("grant_type").orElse("");
    if (!kind.equals("fb_exchange_token")) {
      throw MetaError.invalid("Invalid grant_type: " + kind);
    }
    Publisher owner = owner(call.parameter("fb_exchange_token").orElse(""));
    MetaCredentials own = of(owner);
    if (!call.parameter("client_id").equals(Optional.of(own.appId()))
        || !call.parameter("client_secret").equals(Optional.of(own.appSecret()))) {
      throw new MetaError(400, 1, 0, "Error validating client secret.").refusal();
    }
    ObjectNode body = Json.object();
    body.put("access_token", own.accessToken());
    body.put("token_type", "bearer");
    body.put("expires_in", SIXTY_DAYS);
    return Reply.json(200, body);
  }

  private static String proof(String secret, String token) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(token.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java knows no HmacSHA256", e);
    }
  }
}
