package io.outlay.domain.campaign;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a change of labels did.
 *
 * @param campaigns number of campaigns of which a label changed
 * @param changes what changed, at most 1,000
 * @param rule the rule that was kept, before and after; null where none was
 */
public record LabelsChanged(long campaigns, List<Change> changes, @Nullable RuleChange rule) {

  /** Most changes told one by one. */
  public static final int MOST_CHANGES = 1_000;

  /** Copies the changes. */
  public LabelsChanged {
    changes = List.copyOf(changes);
  }

  /** Labels changed without a rule. */
  public LabelsChanged(long campaigns, List<Change> changes) {
    this(campaigns, changes, null);
  }

  /** The same, by a rule. */
  public LabelsChanged by(@Nullable LabelRule before, LabelRule after) {
    return new LabelsChanged(campaigns, changes, new RuleChange(before, after));
  }

  /** A rule in place of another, null for none. */
  public record RuleChange(@Nullable LabelRule before, LabelRule after) {}

  /** One label of one campaign, null for none. */
  public record Change(
      long campaignId, String key, @Nullable String before, @Nullable String after) {}
}
