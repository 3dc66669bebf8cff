package io.outlay.ingestion.simulator.meta;

/** How an asynchronous report ends. */
enum MetaRunEnd {
  /** With all its rows. */
  COMPLETED,
  /** Not at all: it stays at half. */
  HALTED,
  /** With an error, half done. */
  FAILED,
  /** By running out of time. */
  SKIPPED
}
