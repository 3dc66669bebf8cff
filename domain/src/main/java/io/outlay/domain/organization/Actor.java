package io.outlay.domain.organization;

/** Actors that are not signed-in callers, as the audit log names them. */
public final class Actor {

  /** An operator at the server's command line. */
  public static final String COMMAND_LINE = "command line";

  /** Outlay itself, for what the demo needs. */
  public static final String DEMO = "demo";

  private Actor() {}
}
