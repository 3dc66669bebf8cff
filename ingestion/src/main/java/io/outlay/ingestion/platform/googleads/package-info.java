/** Google Ads over REST: reports and objects by its query language, streamed. */
@NullMarked
package io.outlay.ingestion.platform.googleads;

import org.jspecify.annotations.NullMarked;
