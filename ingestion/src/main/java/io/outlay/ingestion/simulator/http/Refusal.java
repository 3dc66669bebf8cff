package io.outlay.ingestion.simulator.http;

/** Ends the work on a call with an error the platform documents. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Reply reply;

  /** Refuses with {@code reply}. */
  public Refusal(Reply reply) {
    super("refused with status " + reply.status(), null, false, false);
    this.reply = reply;
  }

  /** What the caller gets to read. */
  public Reply reply() {
    return reply;
  }
}
