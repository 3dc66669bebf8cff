package io.outlay.ingestion.simulator.meta;

import io.outlay.ingestion.simulator.world.Mix;
import io.outlay.ingestion.simulator.world.Publisher;
import java.util.List;

/**
 * What a publisher shows to Meta. Invented, the same for the same seed.
 *
 * @param appId the app's number
 * @param appSecret the app's secret, key of {@code appsecret_proof}
 * @param accessToken token of a system user, lasting
 * @param shortToken token of a person, to be swapped for a lasting one
 * @param accountIds accounts it opens, without {@code act_}
 */
public record MetaCredentials(
    String appId,
    String appSecret,
    String accessToken,
    String shortToken,
    List<String> accountIds) {

  /** Copies the accounts. */
  public MetaCredentials {
    accountIds = List.copyOf(accountIds);
  }

  static MetaCredentials of(long seed, Publisher publisher, List<String> accountIds) {
    return new MetaCredentials(
        "70010010010" + publisher.number(),
        word(seed, publisher, "secret") + word(seed, publisher, "secret2"),
        "EAAdemo" + word(seed, publisher, "token") + word(seed, publisher, "token2"),
        "EAAshort" + word(seed, publisher, "short"),
        accountIds);
  }

  private static String word(long seed, Publisher publisher, String of) {
    return "%016x".formatted(Mix.of(seed, "meta/" + publisher.key() + "/" + of));
  }
}
