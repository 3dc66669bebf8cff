package io.outlay.domain.error;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A failure that a caller is told about, with a message that may be shown to anyone: no class, SQL,
 * host or foreign data in it. Cheap to throw: it carries no stack.
 */
public abstract sealed class Problem extends RuntimeException
    permits BadRequest,
        Conflict,
        CursorExpired,
        Forbidden,
        NotFound,
        QueryTooComplex,
        RateLimited,
        Unauthenticated,
        Unavailable {

  private final ErrorCode code;

  Problem(ErrorCode code, String message, @Nullable Throwable cause) {
    super(message, cause, false, false);
    this.code = code;
  }

  /** The code a program branches on. */
  public final ErrorCode code() {
    return code;
  }

  /** The message, never null. */
  @Override
  public final String getMessage() {
    return String.valueOf(super.getMessage());
  }

  /** Further members of the error's {@code extensions}; empty for none. */
  public Map<String, Object> details() {
    return Map.of();
  }
}
