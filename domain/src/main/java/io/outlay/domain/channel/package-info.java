/** Where advertising runs: Meta, Google Ads, Apple Search Ads and a company's own channels. */
@NullMarked
package io.outlay.domain.channel;

import org.jspecify.annotations.NullMarked;
