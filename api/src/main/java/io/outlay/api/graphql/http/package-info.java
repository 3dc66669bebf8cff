/** The endpoint over POST, GET and server-sent events. */
@NullMarked
package io.outlay.api.graphql.http;

import org.jspecify.annotations.NullMarked;
