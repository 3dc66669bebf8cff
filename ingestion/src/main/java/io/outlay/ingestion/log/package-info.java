/**
 * The durable log of records between sources and the database, and nothing of the product that
 * keeps it.
 */
@NullMarked
package io.outlay.ingestion.log;

import org.jspecify.annotations.NullMarked;
