package io.outlay.ingestion.simulator.world;

import java.util.List;

/**
 * An ad group; Meta says ad set.
 *
 * @param id its number
 * @param name shown name
 * @param reported whether the platform has rows of its own for it
 * @param ads its ads
 */
public record AdGroup(long id, String name, boolean reported, List<Ad> ads) {

  /** Copies the ads. */
  public AdGroup {
    ads = List.copyOf(ads);
  }
}
