package io.outlay.ingestion.platform.call;

import io.micrometer.core.instrument.MeterRegistry;
import io.outlay.domain.platform.PlatformConnection;
import io.outlay.ingestion.platform.PlatformFailure;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Where a platform issues tokens by OAuth 2.0. */
public final class TokenEndpoint implements AutoCloseable {

  private static final int USUAL_LIFETIME = 3600;

  private final String address;
  private final PlatformCalls calls;
  private final InstantSource clock;

  /**
   * @param platform key of the platform's channel, for metrics
   */
  public TokenEndpoint(
      String platform,
      String address,
      WebClient client,
      CallSettings settings,
      MeterRegistry meters,
      InstantSource clock) {
    this.address = address;
    this.clock = clock;
    this.calls =
        new PlatformCalls(
            platform + "_TOKENS",
            client,
            settings,
            new TokenRules(),
            AccessTokens.none(),
            meters,
            clock);
  }

  /** Asks for a token; errors with {@link PlatformFailure.CredentialRefused} when refused. */
  public Mono<IssuedToken> issue(PlatformConnection connection, Map<String, String> form) {
    return Mono.defer(
        () ->
            calls.call(
                new OpenFetch(connection, clock.instant()),
                PlatformCall.form("token", address, form),
                TokenEndpoint::read));
  }

  @Override
  public void close() {
    calls.close();
  }

  /** Nothing of the answer may show in a message: it is a secret as a whole. */
  private static IssuedToken read(PlatformAnswer answer) {
    JsonNode body = Answers.jsonOrMissing(answer.body());
    String token = body.path("access_token").asString("");
    if (!answer.isJson() || token.isEmpty()) {
      throw new PlatformFailure.Unreadable(
          "The platform's token endpoint answered without a token.", null);
    }
    int seconds = body.path("expires_in").asInt(USUAL_LIFETIME);
    return new IssuedToken(token, Duration.ofSeconds(Math.clamp(seconds, 0, 86_400)));
  }
}
