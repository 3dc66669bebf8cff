/** Uploads on their way into keeping, and kept files on their way back to a reader. */
@NullMarked
package io.outlay.ingestion.rawinput;

import org.jspecify.annotations.NullMarked;
