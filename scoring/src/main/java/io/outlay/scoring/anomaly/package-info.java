/** How unusual a row is, learned without labels. */
@NullMarked
package io.outlay.scoring.anomaly;

import org.jspecify.annotations.NullMarked;
