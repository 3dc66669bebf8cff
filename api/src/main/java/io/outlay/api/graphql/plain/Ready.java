package io.outlay.api.graphql.plain;

import graphql.execution.DataFetcherResult;
import graphql.execution.ExecutionContext;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** Tells values from promises and wrappers, which only the engine opens. */
final class Ready {

  private static final ClassValue<Boolean> READY =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return !CompletionStage.class.isAssignableFrom(type)
              && !Publisher.class.isAssignableFrom(type)
              && !Flow.Publisher.class.isAssignableFrom(type)
              && !DataFetcherResult.class.isAssignableFrom(type)
              && type != Optional.class
              && type != OptionalInt.class
              && type != OptionalLong.class
              && type != OptionalDouble.class;
        }
      };

  private Ready() {}

  /** The value completed; null only where that is allowed. */
  static @Nullable Object complete(
      @Nullable Object value, PlainValue type, boolean isNonNull, ExecutionContext context) {
    if (value != null && !READY.get(value.getClass())) {
      throw new NotPlain();
    }
    Object completed = value == null ? null : type.complete(value, context);
    if (completed == null && isNonNull) {
      throw new NotPlain();
    }
    return completed;
  }
}
