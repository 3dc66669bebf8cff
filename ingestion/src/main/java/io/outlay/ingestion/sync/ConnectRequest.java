package io.outlay.ingestion.sync;

import io.outlay.domain.performance.ConversionKind;
import io.outlay.domain.platform.PlatformCredential;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An account that a person wants to have collected. What is null is taken from the platform's
 * capabilities, or from the usual settings.
 *
 * @param channel key of the platform's channel
 * @param externalId the platform's own id of the account
 */
public record ConnectRequest(
    String channel, String externalId, PlatformCredential credential, Wishes wishes) {

  /**
   * How it shall be collected; null for the usual, or for what it is.
   *
   * @param kinds kind of each counted action, by the platform's own name
   */
  public record Wishes(
      @Nullable String apiVersion,
      @Nullable ConversionKind goal,
      @Nullable Map<String, ConversionKind> kinds,
      @Nullable String attributionBasis,
      @Nullable Integer lookBackDays,
      @Nullable Integer longestWindowDays,
      @Nullable Duration syncEvery,
      @Nullable LocalDate historyFrom,
      @Nullable Boolean takesOver) {}
}
