/** Spend and results: the report, its rows and the changes of data behind them. */
@NullMarked
package io.outlay.api.performance;

import org.jspecify.annotations.NullMarked;
