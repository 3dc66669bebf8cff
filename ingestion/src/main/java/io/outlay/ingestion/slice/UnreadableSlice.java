package io.outlay.ingestion.slice;

import org.jspecify.annotations.Nullable;

/** Bytes that are not a slice, or one of a version that this program does not read. */
public final class UnreadableSlice extends RuntimeException {

  /** With the reason, fit to be shown. */
  public UnreadableSlice(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
