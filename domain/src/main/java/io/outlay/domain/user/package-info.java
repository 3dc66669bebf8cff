/** A company's own users: the people its models speak of. */
@NullMarked
package io.outlay.domain.user;

import org.jspecify.annotations.NullMarked;
