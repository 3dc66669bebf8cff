/** Fills the default profile with a company to look at, over the same path as anybody's data. */
@NullMarked
package io.outlay.api.demo;

import org.jspecify.annotations.NullMarked;
