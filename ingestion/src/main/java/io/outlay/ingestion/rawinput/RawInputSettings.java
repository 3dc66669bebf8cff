package io.outlay.ingestion.rawinput;

import java.time.Duration;

/**
 * Bounds of uploads.
 *
 * @param mostBytes largest file, uncompressed; default 2 GiB
 * @param retention how long a file is kept to be read again; default 400 days
 */
public record RawInputSettings(long mostBytes, Duration retention) {

  /** The defaults. */
  public static final RawInputSettings DEFAULT =
      new RawInputSettings(2L << 30, Duration.ofDays(400));
}
