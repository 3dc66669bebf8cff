/** Real services for the tests of all modules. */
@NullMarked
package io.outlay.embedded.test;

import org.jspecify.annotations.NullMarked;
