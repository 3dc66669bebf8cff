/** Data versions as PostgreSQL tells them. */
@NullMarked
package io.outlay.domain.version.postgres;

import org.jspecify.annotations.NullMarked;
