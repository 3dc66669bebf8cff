package io.outlay.domain.performance.postgres;

import io.outlay.domain.performance.Replacement;
import io.outlay.domain.performance.SliceHead;
import io.outlay.domain.performance.SliceRefused;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides about a staged slice by what is stored.
 *
 * @param number of the staged slice
 * @param slice the stored one's identity; null when it is new
 * @param isToldDifferently whether something else than rows differs from the stored one
 * @param superseded stored slices that lose their days to it
 */
record Judgement(
    int number,
    Verdict verdict,
    @Nullable Long slice,
    boolean isToldDifferently,
    List<Rival> superseded) {

  /**
   * The decision.
   *
   * @throws SliceRefused when it may not have its days
   */
  static Judgement of(SliceHead head, StandingSlice standing, List<Rival> rivals) {
    if (head.sequence() <= standing.sequence()) {
      return new Judgement(standing.number(), Verdict.OLDER, standing.slice(), false, List.of());
    }
    if (standing.hasEqualRows() && standing.isToldAlike()) {
      return new Judgement(standing.number(), Verdict.SAME, standing.slice(), false, List.of());
    }
    rivals.forEach(rival -> refuseUnlessTakenOver(head, rival));
    refuseOtherLevel(head, standing);
    Verdict verdict = standing.slice() == null ? Verdict.NEW : Verdict.CHANGED;
    return new Judgement(
        standing.number(), verdict, standing.slice(), !standing.isToldAlike(), rivals);
  }

  private static void refuseUnlessTakenOver(SliceHead head, Rival rival) {
    if (!head.takesOver()) {
      throw new SliceRefused(
          head.key(), owned(head, rival) + "; replace them explicitly, or leave these days out.");
    }
    if (rival.sequence() > head.sequence()) {
      throw new SliceRefused(
          head.key(),
          owned(head, rival) + ", fetched after this slice; fetch again to replace them.");
    }
  }

  private static String owned(SliceHead head, Rival rival) {
    return "Days %s to %s of account %s belong to source \"%s\" (%s to %s)"
        .formatted(
            head.key().period().firstDay(),
            head.key().period().lastDay(),
            head.key().account().externalId(),
            rival.source(),
            rival.firstDay(),
            rival.lastDay());
  }

  private static void refuseOtherLevel(SliceHead head, StandingSlice standing) {
    boolean keepsRows = head.replacement() instanceof Replacement.Campaigns && standing.isOwner();
    if (keepsRows && standing.level() != null && !standing.level().equals(head.level().name())) {
      throw new SliceRefused(
          head.key(),
          "Days %s to %s of account %s are stored at level %s; campaigns of level %s cannot stand among them."
              .formatted(
                  head.key().period().firstDay(),
                  head.key().period().lastDay(),
                  head.key().account().externalId(),
                  standing.level(),
                  head.level()));
    }
  }
}
