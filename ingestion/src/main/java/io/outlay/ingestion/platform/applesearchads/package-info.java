/** Apple's ads in the App Store: Campaign Management API v5 and its successor, Platform API v1. */
@NullMarked
package io.outlay.ingestion.platform.applesearchads;

import org.jspecify.annotations.NullMarked;
