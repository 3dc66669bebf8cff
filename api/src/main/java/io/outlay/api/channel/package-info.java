/** Channels. */
@NullMarked
package io.outlay.api.channel;

import org.jspecify.annotations.NullMarked;
