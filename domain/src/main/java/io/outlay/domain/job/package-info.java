/** Long work that survives restarts and tells how far it is. */
@NullMarked
package io.outlay.domain.job;

import org.jspecify.annotations.NullMarked;
