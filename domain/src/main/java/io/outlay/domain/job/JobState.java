package io.outlay.domain.job;

/** Where a job stands. */
public enum JobState {
  WAITING,
  RUNNING,
  SUCCEEDED,
  FAILED,
  CANCELLED
}
