package io.outlay.ingestion.platform.call;

import io.outlay.domain.platform.PlatformConnection;
import reactor.core.publisher.Mono;

/** Where the token comes from that opens an account. */
public interface AccessTokens {

  /** A token that is believed to be good. Errors with {@link CallFailed} when none can be had. */
  Mono<String> token(PlatformConnection connection);

  /** The platform did not take the token: give another the next time. */
  void forget(PlatformConnection connection, String token);

  /** No token at all, as for the endpoints that issue them. */
  static AccessTokens none() {
    return new AccessTokens() {
      @Override
      public Mono<String> token(PlatformConnection connection) {
        return Mono.just("");
      }

      @Override
      public void forget(PlatformConnection connection, String token) {
        // There is none.
      }
    };
  }

  /** Tokens that the credential itself holds under a name, and that nothing can renew. */
  static AccessTokens held(String name) {
    return new AccessTokens() {
      @Override
      public Mono<String> token(PlatformConnection connection) {
        return Mono.fromSupplier(() -> connection.credential().required(name));
      }

      @Override
      public void forget(PlatformConnection connection, String token) {
        // The credential has no other; the next answer says so again.
      }
    };
  }
}
