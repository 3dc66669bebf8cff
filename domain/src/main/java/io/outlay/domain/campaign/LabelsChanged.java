package io.outlay.domain.campaign;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a change of labels did.
 *
 * @param campaigns number of campaigns of which a label changed
 * @param changes what changed, at most 1,000
 */
public record LabelsChanged(long campaigns, List<Change> changes) {

  /** Most changes told one by one. */
  public static final int MOST_CHANGES = 1_000;

  /** Copies the changes. */
  public LabelsChanged {
    changes = List.copyOf(changes);
  }

  /** One label of one campaign, null for none. */
  public record Change(
      long campaignId, String key, @Nullable String before, @Nullable String after) {}
}
