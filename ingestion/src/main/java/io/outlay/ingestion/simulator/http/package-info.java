/** The little of HTTP the simulated platforms need: a call, its reply, JSON text. */
@NullMarked
package io.outlay.ingestion.simulator.http;

import org.jspecify.annotations.NullMarked;
