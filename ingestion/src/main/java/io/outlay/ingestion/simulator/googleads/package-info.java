/** The Google Ads REST interface as its documentation describes it on the wire. */
@NullMarked
package io.outlay.ingestion.simulator.googleads;

import org.jspecify.annotations.NullMarked;
