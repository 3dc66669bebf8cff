package io.outlay.domain.organization;

/**
 * Something as it was and as it became.
 *
 * @param before as it was
 * @param after as it became
 */
public record Change<T>(T before, T after) {

  /** Whether nothing became different. */
  public boolean isNone() {
    return before.equals(after);
  }
}
