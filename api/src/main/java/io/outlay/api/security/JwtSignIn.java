package io.outlay.api.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.outlay.domain.error.Forbidden;
import io.outlay.domain.error.Unauthenticated;
import io.outlay.domain.error.Unavailable;
import io.outlay.domain.organization.Language;
import io.outlay.domain.organization.Organization;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Role;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.organization.Viewer;
import io.outlay.domain.organization.postgres.Organizations;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Knows callers by a JWT of the configured issuer; without one, no JWT is known. */
@Component
class JwtSignIn {

  private static final int KEPT_ORGANIZATIONS = 1_000;
  private static final int LONGEST_SUBJECT = 200;

  private final @Nullable ReactiveJwtDecoder decoder;
  private final JwtSettings settings;
  private final Organizations organizations;

  /** Organizations never go and keep their key and number, so that these may be remembered. */
  private final Cache<String, OrganizationId> byKey =
      Caffeine.newBuilder()
          .maximumSize(KEPT_ORGANIZATIONS)
          .expireAfterWrite(Duration.ofMinutes(10))
          .build();

  JwtSignIn(
      ObjectProvider<ReactiveJwtDecoder> decoder,
      JwtSettings settings,
      Organizations organizations) {
    this.decoder = decoder.getIfAvailable();
    this.settings = settings;
    this.organizations = organizations;
  }

  /** Whether a token has the form of a JWT: three parts divided by dots. */
  static boolean isJwt(String token) {
    return token.chars().filter(character -> character == '.').count() == 2;
  }

  /** The caller; empty where no issuer is configured. */
  Mono<Viewer> viewer(String token) {
    return decoder == null
        ? Mono.empty()
        : decoder
            .decode(token)
            .onErrorMap(JwtException.class, JwtSignIn::toProblem)
            .flatMap(this::toViewer);
  }

  private Mono<Viewer> toViewer(Jwt jwt) {
    Role role = role(jwt);
    return organization(jwt)
        .map(
            organization ->
                new Viewer(
                    organization,
                    "jwt:" + subject(jwt),
                    null,
                    role,
                    Scope.EVERYTHING,
                    Language.ENGLISH,
                    jwt.getExpiresAt()));
  }

  private Mono<OrganizationId> organization(Jwt jwt) {
    String key = claim(jwt, settings.organizationClaim());
    return Mono.justOrEmpty(byKey.getIfPresent(key))
        .switchIfEmpty(
            organizations
                .findByKey(key)
                .map(Organization::id)
                .doOnNext(found -> byKey.put(key, found)))
        .switchIfEmpty(
            Mono.error(
                () ->
                    new Forbidden(
                        "The token's claim "
                            + settings.organizationClaim()
                            + " names no organization of this server.")));
  }

  private Role role(Jwt jwt) {
    String name = claim(jwt, settings.roleClaim());
    return Arrays.stream(Role.values())
        .filter(role -> role.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new Forbidden(
                    "The token's claim "
                        + settings.roleClaim()
                        + " is no role; expected admin, manager, analyst or partner."));
  }

  private static String claim(Jwt jwt, String name) {
    if (jwt.getClaims().get(name) instanceof String value) {
      return value;
    }
    throw new Forbidden("The token has no claim " + name + " with a text in it.");
  }

  private static String subject(Jwt jwt) {
    String subject = jwt.getSubject() == null ? "unnamed" : jwt.getSubject();
    return subject.substring(0, Math.min(subject.length(), LONGEST_SUBJECT));
  }

  private static RuntimeException toProblem(JwtException failure) {
    return failure instanceof BadJwtException
        ? new Unauthenticated(
            "The JWT is expired, not of the configured issuer, or not signed by one of its keys.")
        : new Unavailable("The issuer's keys cannot be fetched now.", failure);
  }
}
