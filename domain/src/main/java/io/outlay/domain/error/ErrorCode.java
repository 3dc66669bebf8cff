package io.outlay.domain.error;

/** Codes of {@code errors[].extensions.code}; fixed by the contract. */
public enum ErrorCode {
  /**
   * Unparsable, invalid, of the wrong type, over a maximum: the client must send something else.
   */
  BAD_REQUEST,
  /** No token, or one that is unknown, expired or revoked. */
  UNAUTHENTICATED,
  /** The token's role or scope does not allow it. */
  FORBIDDEN,
  /** Not there, or not the caller's: the two are answered alike. */
  NOT_FOUND,
  /** True of other data, not of what is stored now. */
  CONFLICT,
  /** The operation's shape or cost is over a limit. */
  QUERY_TOO_COMPLEX,
  /** Too much was asked in too short a time; {@code retryAfterSeconds} tells when to come back. */
  RATE_LIMITED,
  /** The data version a cursor belongs to is gone: begin again without it. */
  CURSOR_EXPIRED,
  /** A dependency is down or too slow; the same request may succeed later. */
  UNAVAILABLE,
  /** Outlay failed; {@code requestId} finds the reason in its log. */
  INTERNAL_ERROR
}
