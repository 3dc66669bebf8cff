package io.outlay.domain.performance.postgres;

import io.outlay.domain.database.Nulls;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values bound to a statement while it is composed. Only places ({@code $7}) enter the SQL's text,
 * so that statements are few and nothing a caller wrote is ever part of one.
 */
final class Parameters {

  private final List<Object> values = new ArrayList<>();

  /** Binds a value and answers its place. */
  String bind(Object value) {
    values.add(value);
    return "$" + values.size();
  }

  /** Binds ids as an array and answers its place. */
  String bindIds(Collection<Long> ids) {
    return bind(ids.stream().sorted().toArray(Long[]::new)) + "::bigint[]";
  }

  /** Binds texts as an array and answers its place. */
  String bindTexts(Collection<String> texts) {
    return bind(texts.stream().sorted().toArray(String[]::new)) + "::text[]";
  }

  /** Binds a value that may be null. */
  <T> String bindOrNull(@Nullable T value, Class<T> type) {
    return bind(Nulls.orNull(value, type));
  }

  List<Object> values() {
    return List.copyOf(values);
  }
}
