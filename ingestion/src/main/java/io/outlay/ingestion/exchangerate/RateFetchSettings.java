package io.outlay.ingestion.exchangerate;

import java.net.URI;
import java.time.Duration;

/**
 * Where rates are fetched from and how patiently.
 *
 * @param address a table in the form of the European Central Bank's history; plain, gzip or zip
 * @param every time between two fetches
 * @param timeout longest time one answer may take
 * @param tries tries of one fetch before it waits for the next
 * @param firstWait wait before the second try; it doubles from try to try
 */
public record RateFetchSettings(
    URI address, Duration every, Duration timeout, int tries, Duration firstWait) {

  /** Twice a day, three tries of at most twenty seconds. */
  public static RateFetchSettings of(URI address) {
    return new RateFetchSettings(
        address, Duration.ofHours(12), Duration.ofSeconds(20), 3, Duration.ofSeconds(5));
  }
}
