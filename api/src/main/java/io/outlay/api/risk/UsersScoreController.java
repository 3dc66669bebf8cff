package io.outlay.api.risk;

import io.outlay.api.user.UserAccess;
import io.outlay.api.usererror.UserError;
import io.outlay.api.usererror.UserErrors;
import io.outlay.domain.audit.AuditEntry;
import io.outlay.domain.job.Job;
import io.outlay.domain.organization.Viewer;
import io.outlay.domain.risk.RiskKind;
import io.outlay.scoring.batch.UsersScoring;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Begins the scoring of many users. */
@Controller
class UsersScoreController {

  private final UsersScoring scoring;

  UsersScoreController(UsersScoring scoring) {
    this.scoring = scoring;
  }

  @MutationMapping
  Mono<Payload> usersScore(@Argument Input input, @ContextValue Viewer viewer) {
    UserAccess.require(viewer);
    Mono<Payload> begun =
        Mono.defer(
                () ->
                    scoring.submit(
                        viewer.organization(),
                        input.kinds(),
                        input.heardOfWithinDays(),
                        viewer.actor(),
                        job -> Optional.of(entry(viewer, input, job))))
            .map(job -> new Payload(job, List.of()));
    return UserErrors.tell(begun, "input", problems -> new Payload(null, problems));
  }

  private static AuditEntry entry(Viewer viewer, Input input, Job job) {
    return AuditEntry.by(
        viewer, "usersScore", "Job", job.id(), null, Map.of("kinds", input.kinds()));
  }

  /** What is to be scored. */
  record Input(List<RiskKind> kinds, @Nullable Integer heardOfWithinDays) {}

  /** What was begun. */
  record Payload(@Nullable Job job, List<UserError> userErrors) {}
}
