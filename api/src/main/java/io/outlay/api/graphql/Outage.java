package io.outlay.api.graphql;

import reactor.core.publisher.Mono;

/** Tells running operations that they wait in vain. */
public interface Outage {

  /** Errors when what operations wait for has fallen silent; never completes. */
  <T> Mono<T> signal();
}
