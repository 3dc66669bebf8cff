/** Ad accounts that Outlay collects by itself: connecting, watching and settling them. */
@NullMarked
package io.outlay.api.platform;

import org.jspecify.annotations.NullMarked;
