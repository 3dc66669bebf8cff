package io.outlay.api.risk;

import io.outlay.domain.risk.RiskKind;
import io.outlay.scoring.serving.Reason;
import io.outlay.scoring.serving.Words;
import org.jspecify.annotations.Nullable;

/** A reason in the words of one language. */
record ReasonView(
    String feature,
    String value,
    @Nullable Double number,
    double contribution,
    double share,
    @Nullable Double percentile,
    String text,
    boolean isActionable) {

  static ReasonView of(RiskKind kind, Reason reason, Words words) {
    return new ReasonView(
        reason.feature().name(),
        words.value(reason.feature(), reason.value()),
        Float.isNaN(reason.value()) ? null : Double.valueOf(reason.value()),
        reason.contribution(),
        reason.share(),
        reason.percentile(),
        words.sentence(kind, reason),
        reason.feature().isActionable());
  }
}
