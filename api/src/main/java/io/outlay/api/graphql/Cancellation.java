package io.outlay.api.graphql;

import graphql.GraphQLContext;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Ends the work of one operation when its caller has left or its time is over.
 *
 * <p>The engine runs on futures, which do not pass a cancel on to what feeds them. So each reactive
 * resolver and batch loader listens to this signal itself, and its cancel reaches the database.
 */
final class Cancellation {

  private final Sinks.Empty<Void> signal = Sinks.empty();

  /** Ends what is still running; harmless when nothing is, or when called again. */
  void cancel() {
    signal.tryEmitEmpty(); // what was running ends as if empty: nobody waits for it any more
  }

  static <T> Mono<T> bind(Mono<T> work, @Nullable GraphQLContext context) {
    Cancellation found = in(context);
    return found == null ? work : work.takeUntilOther(found.signal.asMono());
  }

  static <T> Flux<T> bind(Flux<T> work, @Nullable GraphQLContext context) {
    Cancellation found = in(context);
    return found == null ? work : work.takeUntilOther(found.signal.asMono());
  }

  private static @Nullable Cancellation in(@Nullable GraphQLContext context) {
    return context == null ? null : context.get(Cancellation.class);
  }
}
