/** The server: GraphQL over HTTP, SSE and WebSocket, security, limits and caching. */
@NullMarked
package io.outlay.api;

import org.jspecify.annotations.NullMarked;
