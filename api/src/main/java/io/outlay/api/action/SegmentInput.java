package io.outlay.api.action;

import io.outlay.domain.action.RuleTerms;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which users a rule is for, as a caller names them. */
record SegmentInput(List<String> channels, List<String> countries, List<String> platforms) {

  static RuleTerms.Segment toSegment(@Nullable SegmentInput input) {
    return input == null
        ? RuleTerms.Segment.EVERYBODY
        : new RuleTerms.Segment(
            Set.copyOf(input.channels), Set.copyOf(input.countries), Set.copyOf(input.platforms));
  }
}
