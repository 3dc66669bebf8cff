/** The endpoint as a WebSocket: the graphql-transport-ws protocol by the letter. */
@NullMarked
package io.outlay.api.graphql.websocket;

import org.jspecify.annotations.NullMarked;
