/** The GraphQL schema as a product: its SDL, its scalars and the rules it keeps. */
@NullMarked
package io.outlay.schema;

import org.jspecify.annotations.NullMarked;
