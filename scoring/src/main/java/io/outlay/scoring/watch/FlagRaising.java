package io.outlay.scoring.watch;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.DriftReport;
import io.outlay.domain.risk.FeatureDrift;
import io.outlay.domain.risk.FlagFinding;
import io.outlay.domain.risk.ModelFlag;
import io.outlay.domain.risk.ModelFlags;
import io.outlay.domain.risk.RiskKind;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Raises flags over what was found and says so in the log, once. */
final class FlagRaising {

  private static final Logger LOG = LoggerFactory.getLogger(FlagRaising.class);
  private static final String PROBABILITY = "probability";

  private final ModelFlags flags;

  FlagRaising(ModelFlags flags) {
    this.flags = flags;
  }

  /** For all of a report that moved farther than chance explains. */
  Mono<Void> overDrift(
      OrganizationId organization, RiskKind kind, DriftReport report, Instant now) {
    return over(
            organization,
            kind,
            report.modelId(),
            ModelFlag.Reason.FEATURE_DRIFT,
            findings(report, false),
            now)
        .then(
            over(
                organization,
                kind,
                report.modelId(),
                ModelFlag.Reason.SCORE_DRIFT,
                findings(report, true),
                now));
  }

  /** For what was found; flags for the same reason over anything else are cleared. */
  Mono<Void> over(
      OrganizationId organization,
      RiskKind kind,
      long modelId,
      ModelFlag.Reason reason,
      List<FlagFinding> found,
      Instant now) {
    return flags
        .settle(organization, kind, modelId, reason, found, now)
        .doOnNext(flag -> log(organization, flag))
        .then();
  }

  private static List<FlagFinding> findings(DriftReport report, boolean ofProbability) {
    return report.features().stream()
        .filter(FeatureDrift::isFlagged)
        .filter(one -> one.feature().equals(FeatureDrift.PROBABILITY) == ofProbability)
        .map(
            one ->
                new FlagFinding(
                    ofProbability ? PROBABILITY : one.feature(), one.index(), one.limit()))
        .toList();
  }

  private static void log(OrganizationId organization, ModelFlag flag) {
    LOG.warn(
        "model {} of {} of organization {}: {} of {} is {}, beyond {}",
        flag.modelId(),
        flag.kind(),
        organization,
        flag.reason(),
        flag.subject(),
        flag.figure(),
        flag.limit());
  }
}
