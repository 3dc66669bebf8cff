package io.outlay.domain.job;

/** The work belongs to somebody else by now, or has ended: stop, and change nothing more. */
public final class LeaseLostException extends RuntimeException {

  /** Names the job. */
  public LeaseLostException(long jobId) {
    super("lease of job " + jobId + " is lost", null, false, false);
  }
}
