/** Answers kept as bytes for as long as the data behind them stays the same. */
@NullMarked
package io.outlay.api.graphql.cache;

import org.jspecify.annotations.NullMarked;
