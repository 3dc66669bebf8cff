/** Users' events as rows. */
@NullMarked
package io.outlay.domain.userevent.postgres;

import org.jspecify.annotations.NullMarked;
