/**
 * Generated exports of companies that do not exist: of a channel without a connector, and for the
 * tour.
 */
@NullMarked
package io.outlay.ingestion.demo;

import org.jspecify.annotations.NullMarked;
