package io.outlay.scoring.batch;

import io.outlay.domain.job.Job;
import io.outlay.domain.risk.RiskKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a job scores, as it is stored with it.
 *
 * @param kinds what is foretold
 * @param at the moment all users are scored as of
 * @param heardAfter only users of whom something was recorded since; null for all
 */
record UsersScoreRequest(List<RiskKind> kinds, Instant at, @Nullable Instant heardAfter) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static UsersScoreRequest of(Job job) {
    return JSON.readValue(job.request(), UsersScoreRequest.class);
  }

  String toJson() {
    return JSON.writeValueAsString(this);
  }
}
