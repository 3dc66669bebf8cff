package io.outlay.ingestion.platform;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why a platform did not answer as asked. Messages are fit for people and hold no secret: no token,
 * no header, no address with its query.
 */
public abstract sealed class PlatformFailure extends RuntimeException {

  private PlatformFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** The platform wants fewer requests; ask again after a while. */
  public static final class Throttled extends PlatformFailure {
    private final Duration retryAfter;

    /** With the platform's own wish, or a guess where it has none. */
    public Throttled(String message, Duration retryAfter) {
      super(message, null);
      this.retryAfter = retryAfter;
    }

    /** How long to wait before the next request for this account. */
    public Duration retryAfter() {
      return retryAfter;
    }
  }

  /** The question is too large even in its smallest form that was tried; ask for fewer days. */
  public static final class TooMuchData extends PlatformFailure {
    /** With the platform's words. */
    public TooMuchData(String message) {
      super(message, null);
    }
  }

  /** The platform does not take the credential any more; a person must connect the account anew. */
  public static final class CredentialRefused extends PlatformFailure {
    /** With what happened and what to do. */
    public CredentialRefused(String message) {
      super(message, null);
    }
  }

  /** The credential is good but may not read this account; a person must grant it. */
  public static final class PermissionMissing extends PlatformFailure {
    /** With what is missing. */
    public PermissionMissing(String message) {
      super(message, null);
    }
  }

  /** The platform knows no account of this id, or does not show it to this credential. */
  public static final class AccountNotFound extends PlatformFailure {
    /** With what was looked for. */
    public AccountNotFound(String message) {
      super(message, null);
    }
  }

  /** The platform no longer answers this version of its API; another must be chosen. */
  public static final class VersionEnded extends PlatformFailure {
    /** With the version. */
    public VersionEnded(String message) {
      super(message, null);
    }
  }

  /**
   * The platform refused the question itself: a fault of this program or of the account's set-up.
   */
  public static final class RequestRefused extends PlatformFailure {
    /** With the platform's words. */
    public RequestRefused(String message) {
      super(message, null);
    }
  }

  /** No answer, or a temporary failure, also after trying again; later it may work. */
  public static final class Unavailable extends PlatformFailure {
    /** With what happened. */
    public Unavailable(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * The answer cannot be understood: cut off, of another kind, repeated or against its own rules.
   */
  public static final class Unreadable extends PlatformFailure {
    /** With where and why. */
    public Unreadable(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
