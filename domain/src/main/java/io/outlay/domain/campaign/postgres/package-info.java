/** Campaigns, what is below them, and their labels in PostgreSQL. */
@NullMarked
package io.outlay.domain.campaign.postgres;

import org.jspecify.annotations.NullMarked;
