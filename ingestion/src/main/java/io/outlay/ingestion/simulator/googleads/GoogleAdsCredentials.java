package io.outlay.ingestion.simulator.googleads;

import io.outlay.ingestion.simulator.world.Mix;
import io.outlay.ingestion.simulator.world.Publisher;
import java.util.List;

/**
 * What a publisher shows to Google. Invented, the same for the same seed.
 *
 * @param clientId the OAuth client
 * @param clientSecret its secret
 * @param refreshToken what access tokens are asked with
 * @param developerToken accepted and ignored, as Google does
 * @param loginCustomerId the manager account above the others
 * @param customerIds the accounts themselves
 */
public record GoogleAdsCredentials(
    String clientId,
    String clientSecret,
    String refreshToken,
    String developerToken,
    String loginCustomerId,
    List<String> customerIds) {

  private static final long MANAGERS = 9_000_100_000L;

  /** Copies the accounts. */
  public GoogleAdsCredentials {
    customerIds = List.copyOf(customerIds);
  }

  static GoogleAdsCredentials of(long seed, Publisher publisher, List<String> customerIds) {
    return new GoogleAdsCredentials(
        "7001-" + publisher.key() + ".apps.googleusercontent.com",
        "GOCSPX-" + word(seed, publisher, "secret"),
        "1//demo" + word(seed, publisher, "refresh"),
        word(seed, publisher, "developer") + "Abc123",
        Long.toString(manager(publisher)),
        customerIds);
  }

  static long manager(Publisher publisher) {
    return MANAGERS + publisher.number();
  }

  private static String word(long seed, Publisher publisher, String of) {
    return "%016x".formatted(Mix.of(seed, "google/" + publisher.key() + "/" + of));
  }
}
