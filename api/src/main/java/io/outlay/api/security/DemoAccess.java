package io.outlay.api.security;

import io.outlay.domain.error.Conflict;
import io.outlay.domain.organization.Actor;
import io.outlay.domain.organization.Organization;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.organization.TokenGrant;
import io.outlay.domain.organization.TokenSecret;
import io.outlay.domain.organization.postgres.ApiTokens;
import io.outlay.domain.organization.postgres.Organizations;
import java.time.Duration;
import java.util.Objects;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Gives the demo its organizations and its well-known tokens as ordinary rows, once. What a user
 * changed or revoked since then stays so. Done when the bean is made, before the server listens.
 */
@Component
@Profile("!production")
public class DemoAccess implements InitializingBean {

  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Organizations organizations;
  private final ApiTokens tokens;

  DemoAccess(Organizations organizations, ApiTokens tokens) {
    this.organizations = organizations;
    this.tokens = tokens;
  }

  /** Waits on the thread that starts the server. */
  @Override
  public void afterPropertiesSet() {
    StartUp.await(Flux.fromArray(DemoToken.values()).concatMap(this::ensure).then(), LONGEST);
  }

  private Mono<Void> ensure(DemoToken token) {
    return organization(token.organization())
        .flatMap(organization -> ensure(token, organization))
        .then();
  }

  private Mono<Organization> organization(DemoOrganization demo) {
    String key = demo.details().key();
    return organizations
        .findByKey(key)
        .switchIfEmpty(Mono.defer(() -> organizations.create(demo.details(), Actor.DEMO)))
        .onErrorResume(Conflict.class, madeMeanwhile -> organizations.findByKey(key));
  }

  private Mono<Boolean> ensure(DemoToken token, Organization organization) {
    TokenSecret secret = TokenSecret.shown(token.secret());
    TokenGrant grant = new TokenGrant(token.secret(), token.role(), Scope.EVERYTHING, null);
    return tokens
        .exists(secret)
        .filter(exists -> !exists)
        .flatMap(
            missing ->
                tokens.create(organization.id(), Actor.DEMO, grant, secret).map(Objects::nonNull))
        .onErrorResume(Conflict.class, madeMeanwhile -> Mono.just(false));
  }
}
