/** Pages of lists: connections and signed cursors. */
@NullMarked
package io.outlay.api.paging;

import org.jspecify.annotations.NullMarked;
