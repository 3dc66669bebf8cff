package io.outlay.domain.error;

/**
 * An operation is larger or dearer than allowed; the message names the limit and the number found.
 */
public final class QueryTooComplex extends Problem {

  /** Tells the caller why. */
  public QueryTooComplex(String message) {
    super(ErrorCode.QUERY_TOO_COMPLEX, message, null);
  }
}
