/** The connectors to ad platforms as parts of the running server. */
@NullMarked
package io.outlay.api.connector;

import org.jspecify.annotations.NullMarked;
