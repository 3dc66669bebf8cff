/** The companies that use Outlay, their people's roles and how far each token may look. */
@NullMarked
package io.outlay.domain.organization;

import org.jspecify.annotations.NullMarked;
