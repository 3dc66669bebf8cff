package io.outlay.ingestion.simulator.fault;

/** Ways in which a platform can misbehave. */
public enum FaultKind {
  /** Too many calls, in the platform's own words. */
  TOO_MANY_REQUESTS,
  /** Too many calls, without a hint how long to wait. */
  TOO_MANY_REQUESTS_WITHOUT_HINT,
  /** Something went wrong on the platform's side. */
  SERVER_ERROR,
  /** The right answer, late. */
  SLOW,
  /** No answer at all, the connection stays open. */
  HANGING,
  /** Half of the body, ended as if it were all. */
  TRUNCATED_BODY,
  /** Half of the announced body, then the connection is cut. */
  DROPPED_CONNECTION,
  /** A body that is no JSON. */
  GARBAGE_BODY,
  /** The right body under the name of a web page. */
  WRONG_CONTENT_TYPE,
  /** The first page or batch comes twice. */
  DUPLICATED_PAGE,
  /** Every page leads to itself. */
  LOOPING_PAGE,
  /** The access token is over. */
  EXPIRED_TOKEN,
  /** Access was taken away; new tokens are refused too. */
  REVOKED_TOKEN,
  /** Whatever is asked for at once is too much (Meta). */
  TOO_MUCH_DATA,
  /** An asynchronous report stays at half (Meta). */
  HALF_RUN,
  /** An asynchronous report fails at half (Meta). */
  FAILED_RUN,
  /** An asynchronous report runs out of time (Meta). */
  SKIPPED_RUN,
  /** The platform believes it is another time, in what it tells and in its Date header. */
  CLOCK_SKEW;

  boolean isOfRuns() {
    return this == HALF_RUN || this == FAILED_RUN || this == SKIPPED_RUN;
  }

  boolean isOfPages() {
    return this == DUPLICATED_PAGE || this == LOOPING_PAGE;
  }
}
