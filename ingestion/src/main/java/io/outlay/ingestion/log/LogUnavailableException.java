package io.outlay.ingestion.log;

/** The log could not be reached, or did not answer, within its bounded time; try again later. */
public final class LogUnavailableException extends RuntimeException {

  /**
   * With the cause as the log's client told it.
   *
   * @param message what was tried
   */
  public LogUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
