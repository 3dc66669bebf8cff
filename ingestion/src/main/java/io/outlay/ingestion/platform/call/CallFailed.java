package io.outlay.ingestion.platform.call;

import io.outlay.ingestion.platform.PlatformFailure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One try of a call failed; what callers of a connector get to see is its {@link #failure()}. */
public final class CallFailed extends RuntimeException {

  private final PlatformFailure failure;
  private final Reaction reaction;
  private final @Nullable Duration wish;

  private CallFailed(PlatformFailure failure, Reaction reaction, @Nullable Duration wish) {
    super(failure.getMessage(), failure, false, false);
    this.failure = failure;
    this.reaction = reaction;
    this.wish = wish;
  }

  /** Not to be tried again. */
  public static CallFailed stop(PlatformFailure failure) {
    return new CallFailed(failure, Reaction.STOP, null);
  }

  /** To be tried again after a wait of this side's choice. */
  public static CallFailed retry(PlatformFailure failure) {
    return new CallFailed(failure, Reaction.RETRY, null);
  }

  /** To be tried again, not before the wait the platform wishes. */
  public static CallFailed retryAfter(PlatformFailure failure, Duration wish) {
    return new CallFailed(failure, Reaction.RETRY, wish);
  }

  /** To be tried once with a new token. */
  public static CallFailed newToken(PlatformFailure failure) {
    return new CallFailed(failure, Reaction.NEW_TOKEN, null);
  }

  /** What it means to callers. */
  public PlatformFailure failure() {
    return failure;
  }

  /** What to do. */
  public Reaction reaction() {
    return reaction;
  }

  /** Shortest wait the platform asks for; null when it says nothing. */
  public @Nullable Duration wish() {
    return wish;
  }
}
