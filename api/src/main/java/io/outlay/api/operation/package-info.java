/** What keeps the server running and shows how it does: health, metrics, logs, start-up checks. */
@NullMarked
package io.outlay.api.operation;

import org.jspecify.annotations.NullMarked;
