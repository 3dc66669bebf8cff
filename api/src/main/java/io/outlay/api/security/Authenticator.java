package io.outlay.api.security;

import io.outlay.domain.error.Problem;
import io.outlay.domain.error.Unauthenticated;
import io.outlay.domain.error.Unavailable;
import io.outlay.domain.organization.TokenSecret;
import io.outlay.domain.organization.Viewer;
import io.outlay.domain.organization.postgres.TokenSignIn;
import io.r2dbc.spi.R2dbcException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Knows callers by what they show: one of Outlay's own tokens, or a JWT of the configured issuer.
 * All transports come here.
 */
@Component
public class Authenticator {

  private static final Duration LONGEST = Duration.ofSeconds(4);

  private final TokenSignIn tokens;
  private final JwtSignIn jwts;
  private final FailedSignIns failures;
  private final boolean isProduction;

  Authenticator(
      TokenSignIn tokens, JwtSignIn jwts, FailedSignIns failures, Environment environment) {
    this.tokens = tokens;
    this.jwts = jwts;
    this.failures = failures;
    this.isProduction = environment.acceptsProfiles(Profiles.of("production"));
  }

  /**
   * The caller. Errors with a {@link Problem}: {@code UNAUTHENTICATED} where the token is unknown,
   * expired or revoked; {@code FORBIDDEN} where a valid JWT names no organization or role of this
   * server; {@code RATE_LIMITED} where the address has failed too often; {@code UNAVAILABLE} where
   * it cannot be told now.
   *
   * @param token what was shown, without the word Bearer
   * @param address where the caller is, for counting failures
   */
  public Mono<Viewer> viewer(String token, String address) {
    return viewer(token, address, failures.admit(address));
  }

  /** The same for a socket, which tells a token once: opening another one is slow enough. */
  Mono<Viewer> viewer(String token) {
    return viewer(token, "a socket", Mono.empty());
  }

  private Mono<Viewer> viewer(String token, String address, Mono<Void> admission) {
    TokenSecret secret = TokenSecret.shown(token);
    Mono<Viewer> asked =
        admission
            .then(Mono.defer(() -> known(token, secret)))
            .doOnError(Problem.class, problem -> failures.count(address, problem));
    return Mono.defer(() -> Mono.justOrEmpty(remembered(token, secret)).switchIfEmpty(asked));
  }

  /** The caller as far as that is known without asking; empty where it has to be asked. */
  Optional<Viewer> remembered(String token) {
    return remembered(token, TokenSecret.shown(token));
  }

  private Optional<Viewer> remembered(String token, TokenSecret secret) {
    return isDemoTokenInProduction(token) ? Optional.empty() : tokens.remembered(secret);
  }

  private Mono<Viewer> known(String token, TokenSecret secret) {
    return ask(token, secret)
        .timeout(LONGEST)
        .switchIfEmpty(Mono.error(Authenticator::unknown))
        .onErrorMap(Authenticator::toProblem);
  }

  private Mono<Viewer> ask(String token, TokenSecret secret) {
    if (JwtSignIn.isJwt(token)) {
      return jwts.viewer(token);
    }
    return secret.isPlausible() && !isDemoTokenInProduction(token)
        ? tokens.viewer(secret)
        : Mono.empty();
  }

  /** A database that served a demo before may still hold their rows. */
  private boolean isDemoTokenInProduction(String token) {
    return isProduction && DemoToken.isOne(token);
  }

  private static Throwable toProblem(Throwable thrown) {
    boolean isAway = thrown instanceof R2dbcException || thrown instanceof TimeoutException;
    return isAway
        ? new Unavailable("Sign-in is not possible now: a service it needs is away.", thrown)
        : thrown;
  }

  private static Unauthenticated unknown() {
    return new Unauthenticated(
        "The token is unknown, expired or revoked. Ask an admin of your organization for another.");
  }
}
