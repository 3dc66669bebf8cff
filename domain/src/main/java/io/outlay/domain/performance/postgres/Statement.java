package io.outlay.domain.performance.postgres;

import java.util.List;

/**
 * A statement ready to run.
 *
 * @param parameters values of {@code $1}, {@code $2}, …
 */
record Statement(String sql, List<Object> parameters) {}
