package io.outlay.domain.database;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Typed nulls for statement parameters. */
public final class Nulls {

  private Nulls() {}

  /** A null of the given type. */
  public static Parameter of(Class<?> type) {
    return Parameters.in(type);
  }

  /** The value, or a null of the given type. */
  public static <T> Object orNull(@Nullable T value, Class<T> type) {
    return value == null ? of(type) : value;
  }

  /** Ids as an array in order, or a null array. */
  public static Object ids(@Nullable Collection<Long> ids) {
    return ids == null ? of(Long[].class) : ids.stream().sorted().toArray(Long[]::new);
  }
}
