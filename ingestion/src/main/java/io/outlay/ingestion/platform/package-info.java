/** The port to ad platforms: what Outlay asks of any of them, whatever way it talks. */
@NullMarked
package io.outlay.ingestion.platform;

import org.jspecify.annotations.NullMarked;
