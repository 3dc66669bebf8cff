package io.outlay.domain.userevent;

/** The database does not take a value of one of the events, and never will. */
public final class UserEventsRefused extends RuntimeException {

  /** With the cause, for the log and for a dead letter. */
  public UserEventsRefused(Throwable cause) {
    super("The database refuses a value of an event: " + cause.getMessage(), cause);
  }
}
