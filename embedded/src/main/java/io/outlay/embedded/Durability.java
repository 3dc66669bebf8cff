package io.outlay.embedded;

/** What a service promises about data it has acknowledged. */
public enum Durability {
  /** Acknowledged data survive a crash of the machine: PostgreSQL and Kafka wait for the disk. */
  KEEP,
  /**
   * Acknowledged data survive the end of a process only. For tests, which start with empty data
   * anyway.
   */
  FORGET
}
