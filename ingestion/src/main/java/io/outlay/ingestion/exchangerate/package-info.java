/** Fetches quotations of exchange rates from where they are published. */
@NullMarked
package io.outlay.ingestion.exchangerate;

import org.jspecify.annotations.NullMarked;
