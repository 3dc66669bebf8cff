package io.outlay.ingestion.platform.call;

/** What to do about an answer that is not good. */
public enum Reaction {
  /** The same question would be answered the same. */
  STOP,
  /** Later it may work. */
  RETRY,
  /** With a new token it may work. */
  NEW_TOKEN
}
