/** Meta's Marketing API as its documentation describes it on the wire. */
@NullMarked
package io.outlay.ingestion.simulator.meta;

import org.jspecify.annotations.NullMarked;
