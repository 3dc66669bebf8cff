/**
 * The one way to call a platform: bounded in time, size and number, repeated as the platform
 * wishes, and stopped while it fails.
 */
@NullMarked
package io.outlay.ingestion.platform.call;

import org.jspecify.annotations.NullMarked;
