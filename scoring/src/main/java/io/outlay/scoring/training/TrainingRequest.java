package io.outlay.scoring.training;

import io.outlay.domain.job.Job;
import io.outlay.domain.risk.RiskKind;
import io.outlay.scoring.train.ModelJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a training was asked for, as kept with its job.
 *
 * @param seed where chance begins; null for the usual one
 * @param knownBy nothing recorded later is learned from, as if it had been trained then; null for
 *     all
 */
public record TrainingRequest(RiskKind kind, @Nullable Long seed, @Nullable Instant knownBy) {

  /** From all that is known, with the usual seed. */
  public static TrainingRequest of(RiskKind kind) {
    return new TrainingRequest(kind, null, null);
  }

  private static final long USUAL_SEED = 1;

  static TrainingRequest of(Job job) {
    return ModelJson.read(job.request().getBytes(StandardCharsets.UTF_8), TrainingRequest.class);
  }

  String toJson() {
    return new String(ModelJson.write(this), StandardCharsets.UTF_8);
  }

  long seedOrUsual() {
    return seed == null ? USUAL_SEED : seed;
  }
}
