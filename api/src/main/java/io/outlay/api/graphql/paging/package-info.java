/** Ids, pages and cursors as clients hold them: opaque, and checked when they come back. */
@NullMarked
package io.outlay.api.graphql.paging;

import org.jspecify.annotations.NullMarked;
