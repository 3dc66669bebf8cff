/** Every failure sorted into the contract's codes, in one place. */
@NullMarked
package io.outlay.api.graphql.error;

import org.jspecify.annotations.NullMarked;
