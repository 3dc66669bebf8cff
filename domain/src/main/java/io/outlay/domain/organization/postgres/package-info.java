/** Organizations and their tokens as rows. */
@NullMarked
package io.outlay.domain.organization.postgres;

import org.jspecify.annotations.NullMarked;
