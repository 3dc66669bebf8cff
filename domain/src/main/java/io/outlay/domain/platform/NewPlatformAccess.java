package io.outlay.domain.platform;

import io.outlay.domain.performance.AdAccountDetails;
import io.outlay.domain.performance.AdAccountKey;

/**
 * An ad account that is to be collected.
 *
 * @param details the account as its platform describes it
 */
public record NewPlatformAccess(
    AdAccountKey account, AdAccountDetails details, AccessSettings settings) {}
