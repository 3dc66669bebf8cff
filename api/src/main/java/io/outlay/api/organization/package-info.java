/** The caller, its organization and what it assumes about cost and return. */
@NullMarked
package io.outlay.api.organization;

import org.jspecify.annotations.NullMarked;
