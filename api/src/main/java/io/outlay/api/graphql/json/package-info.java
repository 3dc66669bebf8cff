/** Strict reading of requests and streamed writing of answers. */
@NullMarked
package io.outlay.api.graphql.json;

import org.jspecify.annotations.NullMarked;
