/** The made-up ledger behind every answer: accounts, campaigns, ads and what they did on a day. */
@NullMarked
package io.outlay.ingestion.simulator.world;

import org.jspecify.annotations.NullMarked;
