/** Uploaded files in PostgreSQL. */
@NullMarked
package io.outlay.domain.rawinput.postgres;

import org.jspecify.annotations.NullMarked;
