/** Sign-in, roles and operation of a real server with a schema of the tests' own. */
@NullMarked
package io.outlay.access;

import org.jspecify.annotations.NullMarked;
