package io.outlay.transport;

import io.outlay.api.graphql.websocket.SocketSignIn;
import io.outlay.domain.error.Unauthenticated;
import io.outlay.domain.error.Unavailable;
import io.outlay.domain.organization.Viewer;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Knows the same callers as {@link TestSignIn}; {@code slow} takes a while, {@code away} fails. */
@Component
class TestSocketSignIn implements SocketSignIn {

  final Sinks.Many<Long> revoked = Sinks.many().multicast().directBestEffort();

  @Override
  public Mono<Viewer> signIn(String token) {
    if (token.equals("slow")) {
      return Mono.delay(Duration.ofMillis(300)).map(done -> TestSignIn.VIEWERS.get("one"));
    }
    if (token.equals("away")) {
      return Mono.error(new Unavailable("away"));
    }
    return Mono.justOrEmpty(TestSignIn.VIEWERS.get(token))
        .switchIfEmpty(Mono.error(() -> new Unauthenticated("unknown")));
  }

  @Override
  public Mono<Void> ended(Viewer viewer) {
    return revoked.asFlux().filter(token -> token.equals(viewer.tokenId())).next().then();
  }
}
