/** Long work and how far it is. */
@NullMarked
package io.outlay.api.job;

import org.jspecify.annotations.NullMarked;
