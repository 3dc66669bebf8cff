package io.outlay.ingestion.userevent;

/** How events stand in a file; gzip around it is recognised by itself. */
public enum EventFileFormat {
  /** One JSON object a line. */
  NDJSON,
  /** A header with the names of fields, and one event a line. */
  CSV
}
