/**
 * A server that plays three ad platforms over HTTP, with a ledger of its own; it shares no code
 * with what reads it.
 */
@NullMarked
package io.outlay.ingestion.simulator;

import org.jspecify.annotations.NullMarked;
