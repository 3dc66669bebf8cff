package io.outlay.api.graphql;

import graphql.ExecutionResult;
import io.outlay.api.graphql.error.ProblemError;
import io.outlay.api.graphql.json.DataBytes;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** What comes of one operation. */
public sealed interface Answer {

  /**
   * Nothing was executed.
   *
   * @param errors why; never empty
   */
  record Refused(List<ProblemError> errors) implements Answer {
    /** Keeps a copy. */
    public Refused {
      errors = List.copyOf(errors);
    }
  }

  /** One answer, whole or with errors beside its data. */
  sealed interface Single extends Answer {}

  /**
   * Executed just now.
   *
   * @param data as the engine made it; null when a non-null field at the top failed
   * @param errors at most as many as told back; empty for none
   * @param points what it cost; null inside a stream
   */
  record Executed(@Nullable Object data, List<ProblemError> errors, @Nullable Integer points)
      implements Single {
    /** Keeps a copy. */
    public Executed {
      errors = List.copyOf(errors);
    }

    static Executed of(
        ExecutionResult result, List<ProblemError> errors, @Nullable Integer points) {
      return new Executed(result.getData(), errors, points);
    }
  }

  /**
   * Answered from what was kept.
   *
   * @param data as JSON
   * @param points what it cost
   */
  record Stored(DataBytes data, int points) implements Single {}

  /**
   * Answers of a subscription, ending with it.
   *
   * @param events each {@link Executed}; ends with a {@link io.outlay.domain.error.Problem} or
   *     another error when the subscription fails
   */
  record Stream(Flux<Executed> events) implements Answer {}
}
