package io.outlay.api.graphql.paging;

import io.outlay.domain.error.BadRequest;
import org.jspecify.annotations.Nullable;

/**
 * How much of a list is asked for.
 *
 * @param first at most so many; the setting {@code outlay.limits.page} is judged before
 * @param after the cursor to read on from; null for the beginning
 */
public record Page(int first, @Nullable String after) {

  /** Rows of a page when the caller names no number. */
  public static final int USUAL = 50;

  /** The page asked for by arguments {@code first} and {@code after}. */
  public static Page of(@Nullable Integer first, @Nullable String after) {
    return new Page(checked("first", first), after);
  }

  /** The number of rows asked for, where there is no cursor. */
  public static int checked(String field, @Nullable Integer first) {
    int wanted = first == null ? USUAL : first;
    if (wanted < 1) {
      throw BadRequest.of(field, wanted, "a number from 1 on");
    }
    return wanted;
  }
}
