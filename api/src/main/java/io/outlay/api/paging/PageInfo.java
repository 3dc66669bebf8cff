package io.outlay.api.paging;

import org.jspecify.annotations.Nullable;

/**
 * Where a page stands in its list.
 *
 * @param startCursor null when the page is empty
 * @param endCursor null when the page is empty
 */
public record PageInfo(
    boolean hasNextPage,
    boolean hasPreviousPage,
    @Nullable String startCursor,
    @Nullable String endCursor) {}
