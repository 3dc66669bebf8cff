package io.outlay.domain.performance;

import io.outlay.domain.version.DataVersionRaised;
import java.util.List;

/**
 * What came of replacing slices.
 *
 * @param changed slices that are new or whose rows changed
 * @param unchanged slices found equal to the stored ones, or older
 * @param versions data versions that were raised, none when nothing changed
 */
public record Replaced(int changed, int unchanged, List<DataVersionRaised> versions) {

  /** Nothing to do. */
  public static final Replaced NOTHING = new Replaced(0, 0, List.of());

  /** Copies the versions. */
  public Replaced {
    versions = List.copyOf(versions);
  }

  /** Both results as one. */
  public Replaced plus(Replaced later) {
    List<DataVersionRaised> all = new java.util.ArrayList<>(versions);
    all.addAll(later.versions);
    return new Replaced(changed + later.changed, unchanged + later.unchanged, all);
  }
}
