/** Switches that make a simulated platform misbehave on purpose. */
@NullMarked
package io.outlay.ingestion.simulator.fault;

import org.jspecify.annotations.NullMarked;
