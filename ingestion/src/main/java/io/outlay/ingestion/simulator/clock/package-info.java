/** The time the simulated platforms believe it is. */
@NullMarked
package io.outlay.ingestion.simulator.clock;

import org.jspecify.annotations.NullMarked;
