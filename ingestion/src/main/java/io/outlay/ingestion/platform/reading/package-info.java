/** Liberal reading of platforms' answers, strict checks of their figures, and remainders. */
@NullMarked
package io.outlay.ingestion.platform.reading;

import org.jspecify.annotations.NullMarked;
