package io.outlay.domain.performance.postgres;

import io.outlay.domain.performance.SliceInvalid;
import io.outlay.domain.performance.SlicesTooSlow;
import io.r2dbc.spi.R2dbcException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells errors that lie in the data, and come again each time, from those that pass. */
public final class LastingErrors {

  /** SQLSTATE classes: data exception, integrity constraint violation, program limit exceeded. */
  private static final Set<String> IN_THE_DATA = Set.of("22", "23", "54");

  private static final String NO_PARTITION = "23514";

  /** Ended by {@code statement_timeout}. */
  private static final String CANCELED = "57014";

  private LastingErrors() {}

  /** Whether a month's partition may be missing, which a restored database explains. */
  static boolean mayLackPartition(Throwable error) {
    return NO_PARTITION.equals(state(error));
  }

  /** The error as a reader of the log wants it told. */
  static Throwable told(Throwable error) {
    if (error instanceof IllegalArgumentException) {
      return new SliceInvalid("The slice cannot be staged: " + error.getMessage() + ".", error);
    }
    if (CANCELED.equals(state(error))) {
      return new SlicesTooSlow(error);
    }
    return areInTheData(error)
        ? new SliceInvalid("The database refuses a row of the slice: " + error.getMessage(), error)
        : error;
  }

  /** Whether the database refused a value, and always will. */
  public static boolean areInTheData(Throwable error) {
    String state = state(error);
    return state != null && state.length() == 5 && IN_THE_DATA.contains(state.substring(0, 2));
  }

  private static @Nullable String state(Throwable error) {
    return error instanceof R2dbcException database ? database.getSqlState() : null;
  }
}
