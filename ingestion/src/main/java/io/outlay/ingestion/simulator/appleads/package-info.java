/** Apple's advertising interfaces, v5 and Platform v1, as documented on the wire. */
@NullMarked
package io.outlay.ingestion.simulator.appleads;

import org.jspecify.annotations.NullMarked;
