/** What is watched of models, and experiments with them. */
@NullMarked
package io.outlay.api.riskwatch;

import org.jspecify.annotations.NullMarked;
