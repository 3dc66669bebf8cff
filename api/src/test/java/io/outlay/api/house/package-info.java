/** Tests that hold the house together: directions of dependency, layout of sources. */
@NullMarked
package io.outlay.api.house;

import org.jspecify.annotations.NullMarked;
