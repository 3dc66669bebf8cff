/** Campaigns with their ad groups, ads and labels. */
@NullMarked
package io.outlay.domain.campaign;

import org.jspecify.annotations.NullMarked;
