/** What is foretold, and what became true: definitions, labels and the tables models learn from. */
@NullMarked
package io.outlay.scoring.outcome;

import org.jspecify.annotations.NullMarked;
