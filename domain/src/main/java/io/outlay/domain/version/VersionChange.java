package io.outlay.domain.version;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one data version changed.
 *
 * @param firstDay first changed day; null where names, labels, rates or settings changed
 * @param lastDay last changed day; null in the same cases
 * @param channelKeys channels whose data changed; empty in the same cases
 */
public record VersionChange(
    DataVersion version,
    @Nullable LocalDate firstDay,
    @Nullable LocalDate lastDay,
    List<String> channelKeys) {

  /** Copies the keys. */
  public VersionChange {
    channelKeys = List.copyOf(channelKeys);
  }
}
