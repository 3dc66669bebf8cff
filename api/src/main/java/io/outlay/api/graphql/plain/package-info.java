/** Completes what holds only ready values in one go, and leaves the rest to the engine. */
@NullMarked
package io.outlay.api.graphql.plain;

import org.jspecify.annotations.NullMarked;
