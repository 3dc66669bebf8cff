package io.outlay.ingestion.simulator.world;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An ad, or what delivers in its place where a platform shows no ads.
 *
 * @param id its number
 * @param name shown name, null where nobody gave one
 * @param reported whether the platform has rows of its own for it
 * @param weight its share of the ad group's money, against its neighbours'
 * @param deletedOn the first day on which it is gone, null where it lives
 */
public record Ad(
    long id, @Nullable String name, boolean reported, int weight, @Nullable LocalDate deletedOn) {

  /** Whether it is gone on {@code day}. */
  public boolean isDeletedOn(LocalDate day) {
    return deletedOn != null && !day.isBefore(deletedOn);
  }
}
