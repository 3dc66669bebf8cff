package io.outlay.api.action;

import io.outlay.domain.action.RuleTerms;
import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.userscore.RiskBand;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A new rule as a caller names it. */
record RuleCreateInput(
    String name,
    RiskKind kind,
    List<RiskBand> bands,
    @Nullable SegmentInput segment,
    int everyDays,
    double controlShare) {

  RuleTerms toTerms() {
    return new RuleTerms(
        name,
        kind,
        Set.copyOf(bands),
        SegmentInput.toSegment(segment),
        everyDays,
        controlShare,
        true);
  }
}
