/** The shortest connector there can be, as docs/connectors.md shows it. */
@NullMarked
package io.outlay.ingestion.platform.example;

import org.jspecify.annotations.NullMarked;
