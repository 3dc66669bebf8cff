package io.outlay.api.action;

import io.outlay.domain.action.RuleTerms;
import io.outlay.domain.userscore.RiskBand;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A change of a rule as a caller names it; null leaves a value as it is. */
record RuleUpdateInput(
    @Nullable String name,
    @Nullable List<RiskBand> bands,
    @Nullable SegmentInput segment,
    @Nullable Integer everyDays,
    @Nullable Double controlShare,
    @Nullable Boolean isActive) {

  RuleTerms change(RuleTerms before) {
    return new RuleTerms(
        Objects.requireNonNullElse(name, before.name()),
        before.kind(),
        bands == null ? before.bands() : Set.copyOf(bands),
        segment == null ? before.segment() : SegmentInput.toSegment(segment),
        Objects.requireNonNullElse(everyDays, before.everyDays()),
        Objects.requireNonNullElse(controlShare, before.controlShare()),
        Objects.requireNonNullElse(isActive, before.isActive()));
  }
}
