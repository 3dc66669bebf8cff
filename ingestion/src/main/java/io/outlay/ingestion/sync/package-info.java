/** Collects connected ad accounts: planning what to fetch, fetching it, and settling what came. */
@NullMarked
package io.outlay.ingestion.sync;

import org.jspecify.annotations.NullMarked;
