package io.outlay.api.usererror;

import io.outlay.domain.error.BadRequest;
import io.outlay.domain.error.Conflict;
import io.outlay.domain.error.NotFound;
import io.outlay.domain.error.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Turns what a person can mend into a payload; everything else stays an error of the answer. */
public final class UserErrors {

  private UserErrors() {}

  /**
   * The mutation's payload, or the one that tells its problems.
   *
   * @param argument the mutation's argument that a problem's field lies in; null where fields are
   *     arguments themselves
   * @param refused makes the payload of problems
   */
  public static <P> Mono<P> tell(
      Mono<P> done, @Nullable String argument, Function<List<UserError>, P> refused) {
    return done.onErrorResume(
        Problem.class,
        problem ->
            codeOf(problem)
                .map(code -> new UserError(problem.getMessage(), path(problem, argument), code))
                .map(error -> Mono.just(refused.apply(List.of(error))))
                .orElseGet(() -> Mono.error(problem)));
  }

  private static Optional<UserErrorCode> codeOf(Problem problem) {
    return switch (problem) {
      case BadRequest wrong -> Optional.of(UserErrorCode.INVALID_VALUE);
      case NotFound missing -> Optional.of(UserErrorCode.NOT_FOUND);
      case Conflict conflict -> Optional.of(UserErrorCode.CONFLICT);
      default -> Optional.empty();
    };
  }

  private static @Nullable List<String> path(Problem problem, @Nullable String argument) {
    Object field = problem.details().get("field");
    if (!(field instanceof String name)) {
      return null;
    }
    List<String> path = new ArrayList<>();
    if (argument != null && !name.equals(argument) && !name.startsWith(argument + ".")) {
      path.add(argument);
    }
    path.addAll(Arrays.asList(name.split("\\.", -1)));
    return path;
  }
}
