package io.outlay.ingestion.spendimport;

/**
 * How far publishing came: enough for another process to go on and to arrive at the very same
 * slices.
 *
 * @param sequence number that all slices of the import carry
 * @param published slices the log has stored for good, in their order
 */
record PublishCheckpoint(long sequence, long published) {}
