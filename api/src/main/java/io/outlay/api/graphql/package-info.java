/** The way of one GraphQL operation: document, limits, cost, execution, answer. */
@NullMarked
package io.outlay.api.graphql;

import org.jspecify.annotations.NullMarked;
