package io.outlay.domain.database;

import io.outlay.domain.error.Unavailable;
import io.r2dbc.spi.R2dbcException;
import java.util.concurrent.TimeoutException;

/** Tells errors that pass, because something is away or too slow, from those that stay. */
public final class Outages {

  private Outages() {}

  /** Whether the same work may succeed later. */
  public static boolean isPassing(Throwable error) {
    return error instanceof Unavailable
        || error instanceof TimeoutException
        || error instanceof R2dbcException;
  }
}
